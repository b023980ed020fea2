/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <stdlib.h>
#include <string.h>

#include "fuzz-file.h"

/* An old workbook. Mutations go by its records, and afterwards the sheets are found again: without
 * that nearly every one would end at the first length that is wrong. */

#define HEAD 4
#define BOUNDSHEET 0x85
#define BOF 0x809
#define CONTINUE 0x3c
#define MOST_RECORDS 4000

size_t LLVMFuzzerMutate (uint8_t *data, size_t size, size_t max_size);
size_t LLVMFuzzerCustomMutator (uint8_t *data, size_t size, size_t max_size, unsigned int seed);

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  fuzz_read_workbook (fuzz_put (data, size, NULL));
  return 0;
}

/* ---- records ---- */

static GPtrArray *
split (const uint8_t *data, size_t size)
{
  GPtrArray *records = g_ptr_array_new_with_free_func ((GDestroyNotify) g_byte_array_unref);

  while (size > 0 && records->len < MOST_RECORDS)
    {
      gsize n = size >= HEAD ? HEAD + (gsize) (data[2] | data[3] << 8) : size;
      GByteArray *record = g_byte_array_new ();

      n = MIN (n, size);
      g_byte_array_append (record, data, n);
      g_ptr_array_add (records, record);
      data += n;
      size -= n;
    }
  return records;
}

static guint
kind_of (const GByteArray *record)
{
  return record->len >= HEAD ? record->data[0] | record->data[1] << 8 : 0;
}

static void
set_number (GByteArray *record, gsize at, guint32 value, guint bytes)
{
  for (guint i = 0; i < bytes && at + i < record->len; i++)
    record->data[at + i] = (value >> (8 * i)) & 0xff;
}

static void
set_length (GByteArray *record)
{
  if (record->len >= HEAD)
    set_number (record, 2, record->len - HEAD, 2);
}

/* The sheets begin where their BOFs have come to lie. */
static void
find_sheets (GPtrArray *records)
{
  g_autoptr (GArray) begins = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint32 offset = 0;
  guint n = 0;

  for (guint i = 0; i < records->len; i++)
    {
      const GByteArray *record = g_ptr_array_index (records, i);

      if (i > 0 && kind_of (record) == BOF)
        g_array_append_val (begins, offset);
      offset += record->len;
    }
  for (guint i = 0; i < records->len && n < begins->len; i++)
    if (kind_of (g_ptr_array_index (records, i)) == BOUNDSHEET)
      set_number (g_ptr_array_index (records, i), HEAD, g_array_index (begins, guint32, n++), 4);
}

/* ---- mutations ---- */

static void
mutate_body (GByteArray *record, GRand *chance)
{
  gsize room = record->len + g_rand_int_range (chance, 0, 64);
  gsize n;

  if (record->len <= HEAD || room > 0xffff)
    return;
  n = record->len - HEAD;
  g_byte_array_set_size (record, room);
  memset (record->data + HEAD + n, 0, room - HEAD - n);
  n = LLVMFuzzerMutate (record->data + HEAD, n, room - HEAD);
  g_byte_array_set_size (record, HEAD + n);
  set_length (record);
}

static void
change_kind (GByteArray *record, GRand *chance)
{
  static const guint16 kinds[]
    = { 0x06, 0x0a, 0x22,  0x2f,  0x3c,  0x42,  0x7d,  0x85,  0xbd,  0xd6,  0xe0, 0xe5,
        0xfc, 0xfd, 0x203, 0x204, 0x205, 0x207, 0x208, 0x27e, 0x41e, 0x4bc, 0x809 };

  set_number (record, 0, kinds[g_rand_int_range (chance, 0, G_N_ELEMENTS (kinds))], 2);
}

/* The end of a record goes on in a CONTINUE, as wide text. */
static void
break_record (GPtrArray *records, guint place, GRand *chance)
{
  GByteArray *record = g_ptr_array_index (records, place);
  GByteArray *rest;
  gsize at;

  if (record->len <= HEAD + 1)
    return;
  at = g_rand_int_range (chance, HEAD, record->len);
  rest = g_byte_array_new ();
  g_byte_array_append (rest, (const guint8[]){ CONTINUE, 0, 0, 0, 1 }, HEAD + 1);
  g_byte_array_append (rest, record->data + at, record->len - at);
  set_length (rest);
  g_byte_array_set_size (record, at);
  set_length (record);
  g_ptr_array_insert (records, place + 1, rest);
}

static void
copy_record (GPtrArray *records, guint place, GRand *chance)
{
  const GByteArray *record = g_ptr_array_index (records, place);
  GByteArray *copy = g_byte_array_new ();

  g_byte_array_append (copy, record->data, record->len);
  g_ptr_array_insert (records, g_rand_int_range (chance, 0, records->len + 1), copy);
}

static void
mutate (GPtrArray *records, GRand *chance)
{
  guint place = g_rand_int_range (chance, 0, records->len);
  GByteArray *record = g_ptr_array_index (records, place);

  switch (g_rand_int_range (chance, 0, 8))
    {
    case 0:
      change_kind (record, chance);
      break;
    case 1:
      set_number (record, 2, g_rand_int (chance), 2);
      break;
    case 2:
      break_record (records, place, chance);
      break;
    case 3:
      copy_record (records, place, chance);
      break;
    case 4:
      if (records->len > 1)
        g_ptr_array_remove_index (records, place);
      break;
    default:
      mutate_body (record, chance);
      break;
    }
}

/* libFuzzer calls it in place of its own, which it still uses for what is no stream of records. */
size_t
LLVMFuzzerCustomMutator (uint8_t *data, size_t size, size_t max_size, unsigned int seed)
{
  g_autoptr (GRand) chance = g_rand_new_with_seed (seed);
  g_autoptr (GPtrArray) records = NULL;
  gsize n = 0;

  if (size < HEAD || data[0] != 0x09 || g_rand_int_range (chance, 0, 8) == 0)
    return LLVMFuzzerMutate (data, size, max_size);
  records = split (data, size);
  for (int i = g_rand_int_range (chance, 0, 4); i >= 0; i--)
    mutate (records, chance);
  if (g_rand_int_range (chance, 0, 16) != 0)
    find_sheets (records);
  for (guint i = 0; i < records->len; i++)
    {
      const GByteArray *record = g_ptr_array_index (records, i);

      if (n + record->len > max_size)
        break;
      memcpy (data + n, record->data, record->len);
      n += record->len;
    }
  return n;
}
