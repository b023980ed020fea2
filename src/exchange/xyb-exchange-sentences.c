/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-exchange-sentences.h"

#include "xyb-exchange-error.h"
#include "xyb-i18n.h"

GError *
xyb_sentence_damaged (const char *shown)
{
  return g_error_new (XYB_EXCHANGE_ERROR, XYB_EXCHANGE_ERROR_DAMAGED,
                      _ ("「%s」不完整或已损坏，请向发送方重新索取这个文件。"), shown);
}

GError *
xyb_sentence_limit (const char *shown)
{
  return g_error_new (XYB_EXCHANGE_ERROR, XYB_EXCHANGE_ERROR_LIMIT,
                      _ ("「%s」展开后的内容大得不正常，为安全起见没有读取，请核实文件来源。"),
                      shown);
}

GError *
xyb_sentence_doctype (const char *shown)
{
  return g_error_new (
    XYB_EXCHANGE_ERROR, XYB_EXCHANGE_ERROR_LIMIT,
    _ ("「%s」里有表格不该有的文档类型声明（DOCTYPE），为安全起见没有读取，请核实文件来源。"),
    shown);
}

GError *
xyb_sentence_encrypted (const char *shown)
{
  return g_error_new (XYB_EXCHANGE_ERROR, XYB_EXCHANGE_ERROR_FORMAT,
                      _ ("「%s」设有打开密码，请在 WPS 或 Excel 里取消密码、另存为 .xlsx 后再试。"),
                      shown);
}

GError *
xyb_sentence_long_text (const char *shown)
{
  return g_error_new (
    XYB_EXCHANGE_ERROR, XYB_EXCHANGE_ERROR_LIMIT,
    _ ("「%s」里有一个单元格的文字超过 32767 个字，不是正常的表格，请核实后删短再试。"), shown);
}

GError *
xyb_sentence_read_cancelled (const char *shown)
{
  return g_error_new (XYB_EXCHANGE_ERROR, XYB_EXCHANGE_ERROR_CANCELLED, _ ("已取消读取「%s」。"),
                      shown);
}
