/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-award-list.h"
#include "xyb-office.h"

G_BEGIN_DECLS

/* Which of the office's documents is meant. */

typedef enum
{
  XYB_EXPORT_QUOTA,       /* 附件1 */
  XYB_EXPORT_DISTRICT,    /* 附件2 of one 区镇 */
  XYB_EXPORT_ALL,         /* a sheet per 区镇 */
  XYB_EXPORT_MERGED,      /* the city in one sheet */
  XYB_EXPORT_BLANK,       /* the empty form */
  XYB_EXPORT_EACH,        /* a file per 区镇 into a folder */
  XYB_EXPORT_TEMPLATE,    /* 附件2 to be filled in by one 区镇, as xlsx */
  XYB_EXPORT_TEMPLATES,   /* a file per 区镇 into a folder */
  XYB_EXPORT_LIST,        /* 企业名录 as xlsx: @ids, and their state in @year, or 0 */
  XYB_EXPORT_ASSESSMENT,  /* 考核表 of @year, @unit_kind and @issue */
  XYB_EXPORT_RANKING,     /* 考核排名 of @year, @unit_kind and @issue */
  XYB_EXPORT_UNIT_SHEET,  /* 单位考核表 of @unit_id in @year and @unit_kind */
  XYB_EXPORT_UNIT_SHEETS, /* of all units, a page or sheet each */
  XYB_EXPORT_AWARDS,      /* 认定名册: @awards */
  XYB_EXPORT_CANDIDATES,  /* 可申报企业名单 of @year, @track and @on: @candidates */
  XYB_EXPORT_PROVIDER,    /* 服务企业名单 of @provider_id */
  XYB_EXPORT_MATERIALS,   /* 材料清单 of @track in @year: of @ids, or of @unit_id, or of all */
  XYB_EXPORT_TRACK,       /* 进度表 of @track in @year: @ids */
  /* What follows is only printed. */
  XYB_EXPORT_PROGRESS,   /* 年度进度 */
  XYB_EXPORT_REGISTER,   /* 企业名录 */
  XYB_EXPORT_ENTERPRISE, /* 企业登记表 */
  XYB_EXPORT_LOG         /* 操作日志 */
} XybExportKind;

typedef struct
{
  XybExportKind kind;
  int year;
  gint64 unit_id;        /* of XYB_EXPORT_DISTRICT, XYB_EXPORT_TEMPLATE, XYB_EXPORT_UNIT_SHEET */
  gboolean pdf;          /* else xlsx */
  gboolean mismatch;     /* QUO-01: put out 附件1 although the sum is off, and note it */
  gint64 enterprise_id;  /* of XYB_EXPORT_ENTERPRISE */
  GArray *ids;           /* of gint64: enterprises or revisions in order; NULL: all, the latest */
  const char *condition; /* what @ids were searched for, in the clerk's words; or NULL */
  gboolean prefill;      /* of templates: those that may be put forward again stand in it */
  XybUnitKind unit_kind; /* of 考核 */
  int issue; /* of 考核表 and 考核排名: 第 N 期 as printed; 0: as it stands now */
  XybAwardFilter awards;         /* which awards */
  XybTrack track;                /* of candidates, of 进度表 and of 材料清单 */
  const char *on;                /* of candidates: ISO day the conditions are counted to */
  XybCandidateFilter candidates; /* which of them */
  gint64 provider_id;            /* whose list */
} XybExportSpec;

XybExportSpec *xyb_export_spec_copy (const XybExportSpec *self);
void xyb_export_spec_free (XybExportSpec *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XybExportSpec, xyb_export_spec_free)

gboolean xyb_export_spec_is_folder (const XybExportSpec *spec);
gboolean xyb_export_spec_is_pdf (const XybExportSpec *spec);
char *xyb_export_spec_file_name (XybOffice *office, const XybExportSpec *spec, GError **error);

G_END_DECLS
