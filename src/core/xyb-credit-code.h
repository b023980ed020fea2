/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* 统一社会信用代码, GB 32100-2015, with the inner 主体标识码 of GB 11714 (requirements §19.1). */

typedef enum
{
  XYB_CREDIT_CODE_OK,
  XYB_CREDIT_CODE_EMPTY,
  XYB_CREDIT_CODE_WRONG_LENGTH,    /* not 18 characters */
  XYB_CREDIT_CODE_WRONG_CHARACTER, /* I O S V Z or anything outside the 31 */
  XYB_CREDIT_CODE_WRONG_CHECK      /* well formed, but the 18th character is not the computed one;
                                      real legal codes of this kind exist (early pilots) */
} XybCreditCodeStatus;

/**
 * XybCreditCode:
 * @code: the normalised code: half width, upper case, no spaces, hyphens or invisible characters
 * @status: what the check of GB 32100 says
 * @length: number of characters of @code
 * @bad_position: 1-based place of the first wrong character, or 0
 * @bad_character: that character, or 0
 * @hint_character: the character it was probably meant to be (O→0 I→1 Z→2 S→5 only), or 0
 * @expected_check: the computed 18th character, or 0 where it cannot be computed
 * @expected_inner_check: the computed 17th character (GB 11714), or 0
 * @inner_ok: whether the inner organisation code passes; FALSE is a remark, never an error
 * @local: whether digits 3–8 are 320583 昆山; FALSE is only a hint (a company that moved in keeps
 *   its code)
 */
typedef struct
{
  char *code;
  XybCreditCodeStatus status;
  guint length;
  guint bad_position;
  gunichar bad_character;
  char hint_character;
  char expected_check;
  char expected_inner_check;
  gboolean inner_ok;
  gboolean local;
} XybCreditCode;

XybCreditCode *xyb_credit_code_new (const char *text);
void xyb_credit_code_free (XybCreditCode *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XybCreditCode, xyb_credit_code_free)

char *xyb_credit_code_normalise (const char *text);
char *xyb_credit_code_describe (const XybCreditCode *self);
char *xyb_credit_code_describe_origin (const XybCreditCode *self);
char *xyb_credit_code_format (const char *code);

gboolean
xyb_credit_code_accept (const char *text, gboolean confirmed, char **out_code, GError **error);

G_END_DECLS
