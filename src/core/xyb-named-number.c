/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-named-number.h"

#include "xyb-i18n.h"

static const XybNamedNumber *
find_number (const XybNamedNumber *names, gsize n_names, int number)
{
  for (gsize i = 0; i < n_names; i++)
    if (names[i].number == number)
      return &names[i];
  return NULL;
}

/**
 * xyb_named_number_name:
 * @names: the numbers there are
 * @n_names: how many
 * @number: one of them
 *
 * Returns: (nullable): what people call it; %NULL for an unknown number
 */
const char *
xyb_named_number_name (const XybNamedNumber *names, gsize n_names, int number)
{
  const XybNamedNumber *found = find_number (names, n_names, number);

  return found != NULL ? _ (found->name) : NULL;
}

/**
 * xyb_named_number_key:
 * @names: the numbers there are
 * @n_names: how many
 * @number: one of them
 *
 * Returns: (nullable): its key in presets and on the command line; %NULL for an unknown number
 */
const char *
xyb_named_number_key (const XybNamedNumber *names, gsize n_names, int number)
{
  const XybNamedNumber *found = find_number (names, n_names, number);

  return found != NULL ? found->key : NULL;
}

/**
 * xyb_named_number_find:
 * @names: the numbers there are
 * @n_names: how many
 * @word: (nullable): a key, the Chinese word, or what the clerk is shown, whatever the language
 *
 * Returns: the number, or 0 where @word is none
 */
int
xyb_named_number_find (const XybNamedNumber *names, gsize n_names, const char *word)
{
  for (gsize i = 0; word != NULL && i < n_names; i++)
    if (g_strcmp0 (word, names[i].key) == 0 || g_strcmp0 (word, names[i].name) == 0
        || g_strcmp0 (word, _ (names[i].name)) == 0)
      return names[i].number;
  return 0;
}
