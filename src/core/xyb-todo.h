/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-overview.h"

G_BEGIN_DECLS

/* 待办: what is late, what is near, what is wrong, told from the records alone. */

typedef enum
{
  XYB_TODO_NO_PLAN,     /* the calendar year has no plan */
  XYB_TODO_NEXT_PLAN,   /* December, and next year has none */
  XYB_TODO_NUMBER,      /* a plan without 文号 */
  XYB_TODO_QUOTA_TOTAL, /* QUO-01 */
  XYB_TODO_QUOTA_BLANK, /* 区镇 without a quota */
  XYB_TODO_RETURN,      /* ENT-06: 附件2 not returned */
  XYB_TODO_QUESTIONS,   /* 附件2 有疑问 */
  XYB_TODO_TOO_FEW,     /* fewer nominations than the quota */
  XYB_TODO_CONFIRM,     /* 名单 not fixed */
  XYB_TODO_UNSIGNED,    /* no contract */
  XYB_TODO_ACCEPT,      /* not accepted, or what the plan's basis is */
  XYB_TODO_EXPIRED,     /* MAT-04: a material does not hold any more */
  XYB_TODO_EXPIRING,    /* or soon */
  XYB_TODO_MATERIALS,   /* required materials are not in */
  XYB_TODO_RECTIFY,     /* 限期整改 */
  XYB_TODO_PUBLICITY,   /* 公示 is over */
  XYB_TODO_MODEL_SIGN,  /* on the list of 示范, no contract */
  XYB_TODO_CONTRACT,    /* not filed, or too short */
  XYB_TODO_TRACK,       /* a deadline of the two 示范 */
  XYB_TODO_DUE,         /* 到期事项: a milestone the clerk added */
  XYB_TODO_WRONG_CODE,
  XYB_TODO_WITHOUT_CODE,
  XYB_TODO_WITHOUT_PHONE,
  XYB_TODO_BACKUP
} XybTodoKind;

#define XYB_N_TODO_KINDS (XYB_TODO_BACKUP + 1)

#define XYB_TODO_NO_DAYS G_MAXINT

/* A backup this many days behind the first change it lacks is said. */
#define XYB_BACKUP_DAYS 7

/**
 * XybTodo:
 * @days_left: until the last day, negative after it; %XYB_TODO_NO_DAYS where there is none
 * @sentence: what is wrong
 * @detail: (nullable): whose, how many
 * @due: the words of the tag: 逾期 4 天, 还有 7 天, 差 3 家
 * @page: name of the page where it is mended, or %NULL where a new plan is needed
 * @record_id: the record there, or 0
 */
typedef struct
{
  XybTodoKind kind;
  XybUrgency urgency;
  int days_left;
  char *sentence;
  char *detail;
  char *due;
  const char *page;
  gint64 record_id;
} XybTodo;

GPtrArray *xyb_todo_list_new (const XybOverview *overview); /* of XybTodo, most urgent first */
void xyb_todo_free (XybTodo *self);
guint xyb_todo_list_count (GPtrArray *todos, XybUrgency urgency);

const char *xyb_todo_kind_key (XybTodoKind kind);
const char *xyb_todo_kind_name (XybTodoKind kind); /* 查询报告已过有效期 */
gboolean xyb_todo_kind_exists (const char *key);

/* What a clerk does not want to see is taken out and counted. */
guint xyb_todo_list_hide (GPtrArray *todos, const char *const *kinds);

G_END_DECLS
