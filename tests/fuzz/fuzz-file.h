/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <stddef.h>
#include <stdint.h>

/* What the fuzz targets share. Readers take a path, so the bytes go into a file in memory. Three
 * kinds of input are put into a container here, so that a mutation changes what stands in it and
 * not its check sums:
 *   === xl/workbook.xml … === xl/worksheets/sheet1.xml …   parts of a zip, stored
 *   BIFF records                                           the stream of an OLE2 container
 *   anything else                                          as it is
 */

const char *fuzz_put_bytes (const void *bytes, gsize n);
const char *fuzz_put_parts (const uint8_t *data, size_t size, const char *mimetype);
const char *fuzz_put_stream (const uint8_t *data, size_t size);
const char *fuzz_put (const uint8_t *data, size_t size, const char *mimetype);

void fuzz_read_workbook (const char *path);

/* Each target has its own. */
int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);
int LLVMFuzzerInitialize (int *argc, char ***argv);
