/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-company-name.h"
#include "xyb-plan.h"
#include "xyb-unit-matcher.h"

G_BEGIN_DECLS

/* Lists of who passed 贯标 or holds a 示范 title since earlier years (PLAN-09), on their way into
 * the register of awards: what stands there, what it means, what is doubtful, what the clerk
 * decided. Nothing in it is stored; window and `xyb award import` work on the same one. */

typedef enum
{
  XYB_AWARD_COLUMN_POSITION,
  XYB_AWARD_COLUMN_NAME,
  XYB_AWARD_COLUMN_CODE,
  XYB_AWARD_COLUMN_DISTRICT,
  XYB_AWARD_COLUMN_YEAR,
  XYB_AWARD_COLUMN_DAY,
  XYB_AWARD_COLUMN_TRACK,
  XYB_AWARD_COLUMN_NUMBER, /* 文号, 证书编号 */
  XYB_AWARD_COLUMN_NOTE
} XybAwardColumn;

#define XYB_N_AWARD_COLUMNS 9
#define XYB_AWARD_NO_COLUMN XYB_N_AWARD_COLUMNS

/* A list older than this has a slip in its year: there was no 贯标. */
#define XYB_AWARD_FIRST_YEAR 2000

typedef struct
{
  char *shown;    /* its name for people; of what was pasted 粘贴的内容 */
  char *path;     /* or NULL: pasted */
  char *error;    /* why it could not be read, or NULL */
  int year;       /* chosen for rows that say none, or 0 */
  XybTrack track; /* likewise */
} XybAwardFile;

typedef struct
{
  XybAwardFile *file; /* borrowed, of the same list */
  char *name;         /* "" of what was pasted */
  gboolean hidden;
  guint header_row;                 /* from 1; 0: none was found */
  gboolean guessed;                 /* the columns were told by what stands in them */
  int columns[XYB_N_AWARD_COLUMNS]; /* from 0; -1: not there */
  int track_columns[XYB_N_TRACKS]; /* 贯标时间, 市级示范时间 …: one for each track, or -1 */
  GPtrArray *extra;                /* of char *: heads that are not read */
} XybAwardSheet;

typedef enum
{
  XYB_AWARD_TAKEN,
  XYB_AWARD_OPEN, /* needs the clerk */
  XYB_AWARD_LEFT  /* no enterprise, there already, or the clerk leaves it out */
} XybAwardFate;

/* What a row asks. */
typedef enum
{
  XYB_AWARD_ASK_NOTHING,
  XYB_AWARD_ASK_YEAR,       /* it says none: a year for the whole file answers it, too */
  XYB_AWARD_ASK_GOOD_YEAR,  /* what it says cannot be */
  XYB_AWARD_ASK_TRACK,      /* it says none: as with the year */
  XYB_AWARD_ASK_GOOD_TRACK, /* what it says is none of the three */
  XYB_AWARD_ASK_ENTERPRISE, /* the one of the register, or another */
  XYB_AWARD_ASK_TWIN,       /* the one of an earlier row, or another */
  XYB_AWARD_ASK_DISTRICT    /* no 区镇 is called so */
} XybAwardAsk;

typedef enum
{
  XYB_AWARD_NOTE_REMARK,
  XYB_AWARD_NOTE_WARNING,
  XYB_AWARD_NOTE_QUESTION,
  XYB_AWARD_NOTE_LEFT
} XybAwardNoteKind;

typedef struct
{
  XybAwardNoteKind kind;
  XybAwardAsk ask; /* of a question */
  char *sentence;  /* for the clerk; without row */
} XybAwardNote;

/* An enterprise of the register that a row may mean. */
typedef struct
{
  gint64 enterprise_id;
  char *name;
  char *code;     /* or NULL */
  char *district; /* or NULL */
  gboolean closed;
  XybCompanyMatch how; /* of the names, also former ones */
  gboolean same_code;
  int held[XYB_N_TRACKS]; /* year of the title it holds, or 0 */
} XybAwardCandidate;

typedef enum
{
  XYB_AWARD_WHO_OPEN,
  XYB_AWARD_WHO_SAME,
  XYB_AWARD_WHO_NEW
} XybAwardWho;

typedef struct _XybAwardRow XybAwardRow;

struct _XybAwardRow
{
  XybAwardSheet *sheet; /* borrowed, of the same list */
  guint row;            /* the spreadsheet's own number, from 1 */
  gboolean hidden;
  char *raw[XYB_N_AWARD_COLUMNS]; /* as it stands there; NULL: nothing */
  int place_year;                 /* what title, sheet or the line above say; 0: nothing */
  XybTrack place_track;
  gint64 place_unit;
  char *no_row; /* why it is no row of an enterprise, or NULL */

  /* what it says: xyb_award_roll_update() */
  XybCompanyKeys keys;
  char *name;
  char *code;     /* one that passes its check, or NULL */
  char *bad_code; /* one that does not, or NULL */
  int year;
  char *awarded_on;
  XybTrack track;
  gint64 unit_id;
  const char *unit_name; /* of the list's districts */
  char *number;
  char *note;

  GPtrArray *candidates; /* of XybAwardCandidate, best first */

  /* what the clerk decided */
  XybAwardWho who;
  gint64 who_id; /* of XYB_AWARD_WHO_SAME */
  XybAwardWho twin;
  int chosen_year;
  XybTrack chosen_track;
  gboolean left_out;

  /* what follows: xyb_award_roll_update() */
  XybAwardFate fate;
  GPtrArray *notes;     /* of XybAwardNote */
  gint64 enterprise_id; /* of the register, or 0 */
  XybAwardRow *first;   /* the first row of the same enterprise: itself, or one above */
};

typedef struct
{
  GPtrArray *districts; /* of XybUnit */
  XybUnitMatcher *matcher;
  char *today;
  GPtrArray *files;
  GPtrArray *sheets;
  GPtrArray *rows;
  GHashTable *district_answers; /* xyb_text_key() of what was written → gint64 *, 0: none */
  GHashTable *units;            /* the same → XybUnit, or NULL: looked up once */
  gboolean with_hidden;         /* hidden sheets and rows are taken, too (B-11) */
} XybAwardRoll;

XybAwardRoll *xyb_award_roll_new (GPtrArray *districts, const char *today);
void xyb_award_roll_free (XybAwardRoll *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XybAwardRoll, xyb_award_roll_free)

XybAwardFile *xyb_award_roll_add_file (XybAwardRoll *self, const char *shown, const char *path);
void xyb_award_roll_fail_file (XybAwardRoll *self, XybAwardFile *file, const char *sentence);
void xyb_award_roll_remove_file (XybAwardRoll *self, XybAwardFile *file);
void xyb_award_roll_join (XybAwardRoll *self, XybAwardRoll *part);

XybAwardSheet *xyb_award_roll_add_sheet (XybAwardRoll *self,
                                         XybAwardFile *file,
                                         const char *name,
                                         gboolean hidden);
XybAwardRow *
xyb_award_roll_add_row (XybAwardRoll *self, XybAwardSheet *sheet, guint row, gboolean hidden);

XybAwardCandidate *xyb_award_candidate_new (void);
void xyb_award_candidate_free (XybAwardCandidate *self);
void xyb_award_row_set_candidates (XybAwardRow *self, GPtrArray *candidates);
const XybAwardCandidate *xyb_award_row_find_candidate (const XybAwardRow *self, gint64 id);

void xyb_award_row_note (XybAwardRow *self,
                         XybAwardNoteKind kind,
                         XybAwardAsk ask,
                         const char *format,
                         ...) G_GNUC_PRINTF (4, 5);
const XybAwardNote *xyb_award_row_question (const XybAwardRow *self);
char *xyb_award_row_reasons (const XybAwardRow *self);
char *xyb_award_row_place (const XybAwardRow *self); /* 2015年 第 7 行 */

G_END_DECLS
