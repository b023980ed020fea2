/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-amount.h"
#include "xyb-company-name.h"

G_BEGIN_DECLS

/* A returned 附件2 as it was read: what stands there, what it means, what is doubtful (requirements
 * Appendix B). Nothing in it has been decided or stored. */

/* The columns of the form (ENT-01). */
typedef enum
{
  XYB_RETURN_POSITION,
  XYB_RETURN_NAME,
  XYB_RETURN_PRODUCTS,
  XYB_RETURN_REVENUE,
  XYB_RETURN_HEADCOUNT,
  XYB_RETURN_CONTACT,
  XYB_RETURN_PHONE
} XybReturnField;

#define XYB_N_RETURN_FIELDS 7
#define XYB_RETURN_NO_FIELD XYB_N_RETURN_FIELDS

/* What a cell of the file is, as far as it matters here. */
typedef enum
{
  XYB_RAW_BLANK,
  XYB_RAW_TEXT,
  XYB_RAW_NUMBER,
  XYB_RAW_DATE,
  XYB_RAW_ERROR,
  XYB_RAW_NOT_CALCULATED /* a formula without a value */
} XybRawKind;

typedef struct
{
  char *text; /* as it stands in the file, or NULL */
  XybRawKind kind;
  guint column; /* from 0 */
} XybRaw;

typedef enum
{
  XYB_RETURN_OK,
  XYB_RETURN_QUESTION, /* needs the clerk */
  XYB_RETURN_IGNORED   /* no enterprise: a blank row, 合计, a remark … */
} XybReturnStatus;

const char *xyb_return_status_key (XybReturnStatus status); /* ok, question, ignored */

/* What was noticed. The numbers are stored with the clerk's decisions: append only; so are those of
 * XybReturnField and XybAnswer. */
typedef enum
{
  XYB_NOTE_CHANGED,      /* only the spelling: the value stands for what was written */
  XYB_NOTE_BLANK_ROW,    /* B-09 */
  XYB_NOTE_TOTAL_ROW,    /* B-10 */
  XYB_NOTE_REMARK_ROW,   /* B-10 */
  XYB_NOTE_HEAD_AGAIN,   /* the head row repeated */
  XYB_NOTE_HIDDEN_SHEET, /* B-11 */
  XYB_NOTE_HIDDEN_ROW,   /* B-11 */
  XYB_NOTE_NO_NAME,
  XYB_NOTE_NAME_REMARK,    /* B-14: （新增） taken off */
  XYB_NOTE_BAD_REVENUE,    /* B-06 */
  XYB_NOTE_REVENUE_UNIT,   /* B-07: likely × 10,000 */
  XYB_NOTE_APPROXIMATE,    /* B-06: 约 */
  XYB_NOTE_BAD_HEADCOUNT,  /* B-18 */
  XYB_NOTE_BAD_PHONE,      /* B-08 */
  XYB_NOTE_PHONE_RESTORED, /* B-08 */
  XYB_NOTE_ERROR_CELL,     /* B-17 */
  XYB_NOTE_DUPLICATE,      /* B-13: twice in this file */
  XYB_NOTE_ALIKE,          /* B-14: the register has one that is called nearly so */
  XYB_NOTE_ELSEWHERE,      /* B-13, ENT-08: another 区镇 has put it forward */
  XYB_NOTE_EARLIER,        /* ENT-08: accepted in an earlier year, no “新增” */
  XYB_NOTE_BAD_TEXT,       /* longer than the field, or damaged */
  /* of the file */
  XYB_NOTE_NO_DISTRICT,    /* B-20: nothing says which 区镇 it comes from */
  XYB_NOTE_OTHER_DISTRICT, /* B-20: the cell and the file's name say different ones */
  XYB_NOTE_HIDDEN_COLUMN,  /* B-11 */
  XYB_NOTE_SEVERAL_SHEETS, /* B-12: one of several sheets with a 附件2 */
  XYB_NOTE_UNKNOWN_HEAD,   /* B-03: a column the form does not have */
  XYB_NOTE_MACROS,         /* ignored */
  XYB_NOTE_SAME_FILE,      /* the very bytes were read already */
  XYB_NOTE_SAME_DISTRICT,  /* a later file of the same 区镇 counts */
  /* of a row */
  XYB_NOTE_CLOSED /* 注销 in the register */
} XybNoteKind;

/* What the clerk decided. */
typedef enum
{
  XYB_ANSWER_OPEN,
  XYB_ANSWER_AS_READ,    /* the value as it was read */
  XYB_ANSWER_OTHER_UNIT, /* the sum in the unit that is likelier */
  XYB_ANSWER_BLANK,      /* nothing is said */
  XYB_ANSWER_TYPED,      /* the text of the decision */
  XYB_ANSWER_TAKE,       /* all the same */
  XYB_ANSWER_LEAVE,      /* the row (sheet, column, file) is not taken */
  XYB_ANSWER_SAME,       /* the enterprise of the register */
  XYB_ANSWER_DIFFERENT,  /* another one */
  XYB_ANSWER_HERE        /* this row, this 区镇: not the other */
} XybAnswer;

typedef struct
{
  XybAnswer answer;
  char *text;           /* typed, or the reason; or NULL */
  gint64 enterprise_id; /* of XYB_ANSWER_SAME, or 0 */
  gboolean recalled;    /* decided in an earlier import */
} XybDecision;

typedef struct
{
  XybNoteKind kind;
  XybReturnField
    field; /* or XYB_RETURN_NO_FIELD; XYB_NOTE_UNKNOWN_HEAD: what it was decided to mean */
  gboolean question; /* the clerk has to decide */
  char *sentence;    /* for her; without row and column */
  /* XYB_NOTE_REVENUE_UNIT: the likelier sum in 分; DUPLICATE: place of the first in rows;
   * ELSEWHERE: the other 区镇; EARLIER: the year; OTHER_DISTRICT: the 区镇 of the file's name */
  gint64 other;
  char *other_name; /* ELSEWHERE, OTHER_DISTRICT: name of the other 区镇; UNKNOWN_HEAD: the head */
  gint64 enterprise_id; /* EARLIER, ELSEWHERE: the enterprise of the register they speak of, or 0 */
  int sheet;            /* of a note of the file: place in XybReturn.sheets, or -1 */
  int column;           /* HIDDEN_COLUMN, UNKNOWN_HEAD: from 0; else -1 */
  XybDecision decision;
} XybReturnNote;

/* The enterprise of the register that a row means. */
typedef struct
{
  gint64 enterprise_id;
  char *name;
  char *district; /* where it is registered, or NULL */
  XybCompanyMatch how;
  int accepted_year;   /* before the year in hand, or 0 */
  gint64 elsewhere_id; /* another 区镇 that has put it forward this year, or 0 */
  char *elsewhere;     /* its name, or NULL */
  gboolean closed;     /* 注销 */
} XybReturnMatch;

/* The values of a row before the clerk answered anything. */
typedef struct
{
  char *name;
  char *products;
  gint64 revenue_fen;
  XybMoneyUnit revenue_unit;
  gint64 headcount;
  char *contact;
  char *phone;
} XybReturnRead;

typedef struct
{
  guint sheet; /* place in XybReturn.sheets */
  guint row;   /* the spreadsheet's own number, from 1 */
  gboolean hidden;
  XybReturnStatus status;
  XybRaw raw[XYB_N_RETURN_FIELDS];
  XybCompanyKeys keys; /* of the name; see xyb_return_row_keys() */
  char *name;          /* the values below are "" or XYB_UNSAID where nothing is said */
  char *products;
  gint64 revenue_fen;
  XybMoneyUnit revenue_unit;
  gboolean revenue_unit_said; /* in the cell or in the head, not assumed */
  gint64 headcount;
  char *contact;
  char *phone;
  GPtrArray *notes;      /* of XybReturnNote */
  XybReturnMatch *match; /* the best one; or NULL: not known, or not looked for */
  GPtrArray
    *candidates;       /* of XybReturnMatch, best first, up to XYB_RETURN_MAX_CANDIDATES; or NULL */
  char *match_name;    /* the typed name that was looked up, or NULL */
  XybReturnRead *read; /* or NULL: nothing has been answered */
  gboolean replaced;   /* another row of the file was chosen instead (B-13) */
  gboolean moved;      /* another 区镇 of the batch was chosen instead (ENT-08) */
} XybReturnRow;

#define XYB_RETURN_MAX_CANDIDATES 20
#define XYB_RETURN_MAX_TEXT 200 /* characters of a text, as of the fields of an enterprise */

/* A column that none of the form's was found in. */
typedef struct
{
  guint column; /* from 0 */
  char *head;
  XybReturnField
    means; /* a column of the form that stands elsewhere already, or XYB_RETURN_NO_FIELD */
} XybReturnExtra;

typedef struct
{
  char *name;
  gboolean hidden;
  guint header_row;                 /* from 1; 0: the sheet holds no 附件2 */
  int columns[XYB_N_RETURN_FIELDS]; /* from 0; -1: not there */
  char *heads[XYB_N_RETURN_FIELDS]; /* as written above them, or NULL */
  XybMoneyUnit unit;                /* of 去年销售收入, said in its head */
  GArray *hidden_columns;           /* of guint */
  GPtrArray *extra;                 /* of XybReturnExtra: columns the form does not have, B-03 */
  guint left_fields;                /* 1 << XybReturnField of hidden columns that are not taken */
  gboolean left;                    /* its rows are not taken (B-11, B-12) */
} XybReturnSheet;

typedef enum
{
  XYB_DISTRICT_UNKNOWN,
  XYB_DISTRICT_FROM_CELL,
  XYB_DISTRICT_FROM_SHEET,
  XYB_DISTRICT_FROM_FILE,
  XYB_DISTRICT_CHOSEN /* by the clerk */
} XybDistrictSource;

typedef struct
{
  char *file;   /* its name without folder */
  char *format; /* xlsx, xls, ods, csv */
  char *sha256; /* of the very bytes that were read, or NULL */
  gboolean macros;
  XybMoneyUnit usual;  /* unit of 去年销售收入 where nothing says one */
  char *district_text; /* what stands behind 区镇 in the file, or NULL */
  gint64 district_id;  /* the 区镇 it means, 0: not known */
  char *district;      /* its name, or NULL */
  XybDistrictSource district_source;
  gint64 said_district_id; /* the 区镇 cell or sheet say, whatever was chosen; 0: none */
  char *said_district;
  gint64 file_district_id; /* the 区镇 the file's name says, 0: none */
  char *file_district;
  char *officer;       /* 业务负责人, or NULL */
  char *officer_phone; /* 联系方式, or NULL */
  GPtrArray *sheets;   /* of XybReturnSheet */
  GPtrArray *rows;     /* of XybReturnRow */
  GPtrArray *notes;    /* of XybReturnNote: of the file as a whole */
} XybReturn;

XybReturn *xyb_return_new (const char *file);
void xyb_return_free (XybReturn *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XybReturn, xyb_return_free)

XybReturnSheet *xyb_return_sheet_new (const char *name, gboolean hidden);
void xyb_return_sheet_free (XybReturnSheet *self);
void xyb_return_sheet_add_extra (XybReturnSheet *self,
                                 guint column,
                                 const char *head,
                                 XybReturnField means);

XybReturnRow *xyb_return_row_new (guint sheet, guint row, gboolean hidden);
void xyb_return_row_free (XybReturnRow *self);
const XybCompanyKeys *xyb_return_row_keys (XybReturnRow *self);
const char *xyb_return_row_key (XybReturnRow *self);
XybReturnMatch *xyb_return_match_new (void);
void xyb_return_match_free (XybReturnMatch *self);
void xyb_raw_set (XybRaw *self, XybRawKind kind, guint column, const char *text);

XybReturnNote *xyb_return_row_note (XybReturnRow *self,
                                    XybNoteKind kind,
                                    XybReturnField field,
                                    gboolean question,
                                    const char *format,
                                    ...) G_GNUC_PRINTF (5, 6);
XybReturnNote *
xyb_return_note (XybReturn *self, XybNoteKind kind, gboolean question, const char *format, ...)
  G_GNUC_PRINTF (4, 5);
void xyb_return_read_free (XybReturnRead *self);
void xyb_return_row_note_match (XybReturnRow *self, const XybReturnMatch *match);
void xyb_return_row_ignore (XybReturnRow *self, XybNoteKind kind, const char *sentence);
const char *xyb_return_field_name (XybReturnField field); /* 企业名称 */
char *xyb_return_column_name (guint column);              /* 0 → A, 27 → AB */

G_END_DECLS
