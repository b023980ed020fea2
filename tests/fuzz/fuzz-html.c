/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fuzz-file.h"
#include "xyb-html-table.h"

/* A table on the clipboard. */

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  XybTextTable *table = xyb_html_table_parse ((const char *) data, size);

  if (table != NULL)
    xyb_text_table_free (table);
  return 0;
}
