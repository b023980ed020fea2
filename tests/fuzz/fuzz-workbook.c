/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fuzz-file.h"

/* A workbook of one format; the format only decides with which corpus and dictionary it begins.
 * MIMETYPE is defined for .ods. */
#ifndef MIMETYPE
#define MIMETYPE NULL
#endif

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  fuzz_read_workbook (fuzz_put (data, size, MIMETYPE));
  return 0;
}
