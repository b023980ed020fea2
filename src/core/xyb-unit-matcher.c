/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-unit-matcher.h"

#include <string.h>

#include "xyb-core-error.h"
#include "xyb-i18n.h"
#include "xyb-likeness.h"
#include "xyb-text.h"

#define MIN_SCORE 40
#define N_SUGGESTIONS 3
#define EXCERPT_CHARACTERS 30

/* One spelling of one unit, to be likened to what a clerk wrote. */
typedef struct
{
  const XybUnit *unit;
  gunichar *key;
  gunichar *core;
  glong key_length;
  glong core_length;
} Spelling;

/* Each table: key → GPtrArray of const XybUnit, every unit once, official order. */
struct _XybUnitMatcher
{
  GHashTable *names;
  GHashTable *aliases; /* and full names */
  GHashTable *cores;   /* of all of them */
  GArray *spellings;   /* of Spelling */
};

/* §1.5: what may stand in front of any name of the city's own units, the longest first. */
static const char *const prefixes[] = {
  "中共昆山市委", "苏州市昆山市", "江苏省昆山市", "昆山市人民政府", "苏州市昆山",
  "江苏省昆山",   "昆山市政府",   "市人民政府",   "昆山市委",       "苏州昆山",
  "昆山市",       "市政府",       "昆山",         "市委",           "市",
};

/* 市场监管局, 市民… begin with a 市 of their own. */
static const char *const own_beginnings[] = { "市场", "市民", "市区", "市容", "市镇" };

/* §1.5: what may stand behind the name of a 区镇 or a 办事处. */
static const char *const endings[] = {
  "城市管理办事处", "管理委员会", "城管办事处", "人民政府", "管委会",
  "办事处",         "城管办",     "开发区",     "政府",     "镇",
};

/* The zones' titles in full and in short. */
static const char *const short_forms[][2] = {
  { "经济技术开发区", "开发区" },
  { "高新技术产业开发区", "高新区" },
  { "经济开发区", "开发区" },
};

/* Width, spaces, brackets and every other mark off. */
static char *
fold_key (const char *text)
{
  g_autofree char *key = xyb_text_key (text);
  GString *folded = g_string_sized_new (strlen (key));

  for (const char *p = key; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_ispunct (c))
        g_string_append_unichar (folded, c);
    }
  return g_string_free (folded, FALSE);
}

static gboolean
two_characters (const char *text)
{
  return *text != '\0' && *g_utf8_next_char (text) != '\0';
}

static const char *
skip_prefixes (const char *key)
{
  gboolean found = TRUE;

  while (found)
    {
      found = FALSE;
      for (gsize i = 0; i < G_N_ELEMENTS (own_beginnings); i++)
        if (g_str_has_prefix (key, own_beginnings[i]))
          return key;
      for (gsize i = 0; i < G_N_ELEMENTS (prefixes) && !found; i++)
        if (g_str_has_prefix (key, prefixes[i]) && two_characters (key + strlen (prefixes[i])))
          {
            key += strlen (prefixes[i]);
            found = TRUE;
          }
    }
  return key;
}

static char *
shorten_titles (const char *key)
{
  for (gsize i = 0; i < G_N_ELEMENTS (short_forms); i++)
    if (g_str_has_suffix (key, short_forms[i][0]))
      {
        g_autofree char *head = g_strndup (key, strlen (key) - strlen (short_forms[i][0]));

        return g_strconcat (head, short_forms[i][1], NULL);
      }
  return g_strdup (key);
}

/* Cuts one ending when at least two characters stay: 花桥 of 花桥开发区, but 开发区 whole. */
static gboolean
cut_ending (char *key)
{
  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      gsize length = strlen (key);
      gsize ending = strlen (endings[i]);
      char kept;

      if (length <= ending || !g_str_has_suffix (key, endings[i]))
        continue;
      kept = key[length - ending];
      key[length - ending] = '\0';
      if (two_characters (key))
        return TRUE;
      key[length - ending] = kept;
    }
  return FALSE;
}

/* What two spellings of one unit have in common once prefixes and endings are off. */
static char *
core_of (const char *key)
{
  g_autofree char *core = NULL;

  /* 江苏省发改委 and 省发改委. */
  if (g_str_has_prefix (key, "江苏省") && !g_str_has_prefix (key, "江苏省昆山"))
    key += strlen ("江苏");
  core = g_strdup (skip_prefixes (key));
  do
    {
      char *shorter = shorten_titles (core);

      g_free (core);
      core = shorter;
    }
  while (cut_ending (core));
  return g_steal_pointer (&core);
}

static void
index_unit (GHashTable *table, const char *key, const XybUnit *unit)
{
  GPtrArray *units = g_hash_table_lookup (table, key);

  if (*key == '\0')
    return;
  if (units == NULL)
    {
      units = g_ptr_array_new ();
      g_hash_table_insert (table, g_strdup (key), units);
    }
  if (!g_ptr_array_find (units, unit, NULL))
    g_ptr_array_add (units, (gpointer) unit);
}

static void
add_spelling (XybUnitMatcher *self, GHashTable *table, const XybUnit *unit, const char *name)
{
  g_autofree char *key = fold_key (name);
  g_autofree char *core = core_of (key);
  Spelling spelling = { .unit = unit };

  if (*key == '\0')
    return;
  index_unit (table, key, unit);
  index_unit (self->cores, core, unit);
  spelling.key = g_utf8_to_ucs4_fast (key, -1, &spelling.key_length);
  spelling.core = g_utf8_to_ucs4_fast (core, -1, &spelling.core_length);
  g_array_append_val (self->spellings, spelling);
}

static void
clear_spelling (gpointer data)
{
  Spelling *spelling = data;

  g_free (spelling->key);
  g_free (spelling->core);
}

static GHashTable *
new_table (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                (GDestroyNotify) g_ptr_array_unref);
}

/**
 * xyb_unit_matcher_new:
 * @units: (element-type XybUnit): the units to be found; borrowed, must outlive the matcher and not
 *   change meanwhile
 *
 * Returns: (transfer full): free with xyb_unit_matcher_free()
 */
XybUnitMatcher *
xyb_unit_matcher_new (GPtrArray *units)
{
  XybUnitMatcher *self;

  g_return_val_if_fail (units != NULL, NULL);

  self = g_new0 (XybUnitMatcher, 1);
  self->names = new_table ();
  self->aliases = new_table ();
  self->cores = new_table ();
  self->spellings = g_array_new (FALSE, FALSE, sizeof (Spelling));
  g_array_set_clear_func (self->spellings, clear_spelling);
  for (guint i = 0; i < units->len; i++)
    {
      const XybUnit *unit = g_ptr_array_index (units, i);

      add_spelling (self, self->names, unit, unit->name);
      add_spelling (self, self->aliases, unit, unit->full_name);
      for (guint k = 0; unit->aliases != NULL && k < unit->aliases->len; k++)
        {
          const XybUnitAlias *alias = g_ptr_array_index (unit->aliases, k);

          add_spelling (self, self->aliases, unit, alias->name);
        }
    }
  return self;
}

void
xyb_unit_matcher_free (XybUnitMatcher *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->names, g_hash_table_unref);
  g_clear_pointer (&self->aliases, g_hash_table_unref);
  g_clear_pointer (&self->cores, g_hash_table_unref);
  g_clear_pointer (&self->spellings, g_array_unref);
  g_free (self);
}

/* Appends to @found the units of @kind (0: any) under @key. */
static void
collect (GHashTable *table, const char *key, XybUnitKind kind, GPtrArray *found)
{
  GPtrArray *units = g_hash_table_lookup (table, key);

  for (guint i = 0; units != NULL && i < units->len; i++)
    {
      const XybUnit *unit = g_ptr_array_index (units, i);

      if (kind == 0 || unit->kind == kind)
        g_ptr_array_add (found, (gpointer) unit);
    }
}

/* The strongest level at which anything is found decides, alone. */
static XybUnitMatchKind
look_up (XybUnitMatcher *self, const char *text, XybUnitKind kind, GPtrArray *found)
{
  g_autofree char *key = fold_key (text);
  g_autofree char *core = core_of (key);
  const struct
  {
    GHashTable *table;
    const char *key;
    XybUnitMatchKind match;
  } levels[] = {
    { self->names, key, XYB_UNIT_MATCH_EXACT },
    { self->aliases, key, XYB_UNIT_MATCH_ALIAS },
    { self->cores, core, XYB_UNIT_MATCH_CORE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (levels); i++)
    {
      collect (levels[i].table, levels[i].key, kind, found);
      if (found->len > 0)
        return found->len == 1 ? levels[i].match : XYB_UNIT_MATCH_AMBIGUOUS;
    }
  return XYB_UNIT_MATCH_NONE;
}

/* 昆山高新区（玉山镇）: the name in front of its brackets, and what stands in them; FALSE without.
 */
static gboolean
split_brackets (const char *text, char **out_outside, char **out_inside)
{
  g_autofree char *key = xyb_text_key (text);
  char *open = strchr (key, '(');
  char *close = open != NULL ? strchr (open, ')') : NULL;

  if (close == NULL)
    return FALSE;
  *open = '\0';
  *close = '\0';
  *out_outside = g_strconcat (key, close + 1, NULL);
  *out_inside = g_strdup (open + 1);
  return TRUE;
}

/* A remark in brackets does not hide the unit, unless it names another one. */
static XybUnitMatchKind
look_up_without_brackets (XybUnitMatcher *self,
                          const char *text,
                          XybUnitKind kind,
                          GPtrArray *found)
{
  g_autofree char *outside = NULL;
  g_autofree char *inside = NULL;
  g_autoptr (GPtrArray) others = g_ptr_array_new ();

  if (!split_brackets (text, &outside, &inside))
    return XYB_UNIT_MATCH_NONE;
  look_up (self, outside, kind, found);
  look_up (self, inside, kind, others);
  if (found->len == 0)
    return XYB_UNIT_MATCH_NONE;
  for (guint i = 0; i < others->len; i++)
    if (!g_ptr_array_find (found, g_ptr_array_index (others, i), NULL))
      g_ptr_array_add (found, g_ptr_array_index (others, i));
  return found->len == 1 ? XYB_UNIT_MATCH_CORE : XYB_UNIT_MATCH_AMBIGUOUS;
}

static XybUnitMatchKind
find_all (XybUnitMatcher *self, const char *text, XybUnitKind kind, GPtrArray *found)
{
  XybUnitMatchKind match = look_up (self, text, kind, found);

  if (match == XYB_UNIT_MATCH_NONE)
    match = look_up_without_brackets (self, text, kind, found);
  return match;
}

/**
 * xyb_unit_matcher_match:
 * @text: (nullable): a unit as somebody wrote it
 * @out_kind: (out) (optional): how it was found
 *
 * xyb_unit_matcher_match_kind() among units of every kind.
 *
 * Returns: (transfer none) (nullable): the one unit @text can mean
 */
const XybUnit *
xyb_unit_matcher_match (XybUnitMatcher *self, const char *text, XybUnitMatchKind *out_kind)
{
  return xyb_unit_matcher_match_kind (self, text, (XybUnitKind) 0, out_kind);
}

/**
 * xyb_unit_matcher_match_kind:
 * @text: (nullable): a unit as somebody wrote it
 * @kind: only units of this kind, or 0
 * @out_kind: (out) (optional): how it was found; %XYB_UNIT_MATCH_AMBIGUOUS when several units are
 *   equally meant, then none is picked
 *
 * Finds the unit @text means (§1.5), whatever its width, spaces, brackets, 市, 昆山市, 管委会.
 *
 * Returns: (transfer none) (nullable): the one unit @text can mean
 */
const XybUnit *
xyb_unit_matcher_match_kind (XybUnitMatcher *self,
                             const char *text,
                             XybUnitKind kind,
                             XybUnitMatchKind *out_kind)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  XybUnitMatchKind match;

  g_return_val_if_fail (self != NULL, NULL);

  match = find_all (self, text, kind, found);
  if (out_kind != NULL)
    *out_kind = match;
  return found->len == 1 ? g_ptr_array_index (found, 0) : NULL;
}

typedef struct
{
  const XybUnit *unit;
  guint score;
} Suggestion;

static int
compare_suggestions (gconstpointer a, gconstpointer b)
{
  const Suggestion *left = a;
  const Suggestion *right = b;

  if (left->score != right->score)
    return left->score > right->score ? -1 : 1;
  if (left->unit->kind != right->unit->kind)
    return left->unit->kind < right->unit->kind ? -1 : 1;
  return (left->unit->position > right->unit->position)
         - (left->unit->position < right->unit->position);
}

static void
suggest_unit (GArray *suggestions, const XybUnit *unit, guint score)
{
  Suggestion suggestion = { unit, score };

  for (guint i = 0; i < suggestions->len; i++)
    {
      Suggestion *known = &g_array_index (suggestions, Suggestion, i);

      if (known->unit == unit)
        {
          known->score = MAX (known->score, score);
          return;
        }
    }
  g_array_append_val (suggestions, suggestion);
}

static GPtrArray *
suggest_kind (XybUnitMatcher *self, const char *text, XybUnitKind kind, guint max)
{
  GPtrArray *units = g_ptr_array_new ();
  g_autoptr (GArray) suggestions = g_array_new (FALSE, FALSE, sizeof (Suggestion));
  g_autofree char *folded = fold_key (text);
  g_autofree char *core = core_of (folded);
  glong key_length;
  glong core_length;
  g_autofree gunichar *wide_key = g_utf8_to_ucs4_fast (folded, -1, &key_length);
  g_autofree gunichar *wide_core = g_utf8_to_ucs4_fast (core, -1, &core_length);

  for (guint i = 0; i < self->spellings->len; i++)
    {
      const Spelling *s = &g_array_index (self->spellings, Spelling, i);
      guint by_key = xyb_likeness (wide_key, key_length, s->key, s->key_length);
      guint by_core = xyb_likeness (wide_core, core_length, s->core, s->core_length);

      if ((kind == 0 || s->unit->kind == kind) && MAX (by_key, by_core) >= MIN_SCORE)
        suggest_unit (suggestions, s->unit, MAX (by_key, by_core));
    }
  g_array_sort (suggestions, compare_suggestions);
  for (guint i = 0; i < suggestions->len && i < max; i++)
    g_ptr_array_add (units, (gpointer) g_array_index (suggestions, Suggestion, i).unit);
  return units;
}

/**
 * xyb_unit_matcher_suggest:
 * @text: (nullable): a unit as somebody wrote it
 * @max: how many at most
 *
 * The units @text is most like, by edit distance, common characters and one containing the other;
 * the best first, equals in official order. For the clerk to choose from, never to be taken.
 *
 * Returns: (transfer container) (element-type XybUnit): possibly empty
 */
GPtrArray *
xyb_unit_matcher_suggest (XybUnitMatcher *self, const char *text, guint max)
{
  g_return_val_if_fail (self != NULL, NULL);

  return suggest_kind (self, text, (XybUnitKind) 0, max);
}

static const char *
kind_word (XybUnitKind kind)
{
  const char *name = xyb_unit_kind_name (kind);

  return name == NULL || kind == XYB_UNIT_KIND_OTHER ? _ ("单位") : name;
}

static char *
join_names (GPtrArray *units)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < units->len; i++)
    {
      const XybUnit *unit = g_ptr_array_index (units, i);

      g_string_append_printf (names, "%s%s", i > 0 ? _ ("、") : "", unit->name);
    }
  return g_string_free (names, FALSE);
}

static void
set_unknown (XybUnitMatcher *self, const char *text, XybUnitKind kind, GError **error)
{
  g_autoptr (GPtrArray) suggestions = suggest_kind (self, text, kind, N_SUGGESTIONS);
  g_autofree char *shown = xyb_text_excerpt (text, EXCERPT_CHARACTERS);
  g_autofree char *names = join_names (suggestions);
  const XybUnit *elsewhere = xyb_unit_matcher_match (self, text, NULL);
  const char *word = kind_word (kind);

  if (elsewhere != NULL && kind != XYB_UNIT_KIND_OTHER && elsewhere->kind != XYB_UNIT_KIND_OTHER)
    g_set_error (error, XYB_CORE_ERROR, XYB_CORE_ERROR_UNKNOWN_UNIT,
                 _ ("“%s”是%s，不是%s，请改填%s的名称。"), shown, kind_word (elsewhere->kind), word,
                 word);
  else if (suggestions->len > 0)
    g_set_error (error, XYB_CORE_ERROR, XYB_CORE_ERROR_UNKNOWN_UNIT,
                 _ ("没有名为“%s”的%s，是不是：%s？"), shown, word, names);
  else
    g_set_error (error, XYB_CORE_ERROR, XYB_CORE_ERROR_UNKNOWN_UNIT,
                 _ ("没有名为“%s”的%s，请检查写法或从名册中选择。"), shown, word);
}

/**
 * xyb_unit_matcher_require:
 * @text: (nullable): a unit as the clerk wrote it
 * @kind: the kind it must be of, or 0
 * @error: %XYB_CORE_ERROR_UNKNOWN_UNIT, or %XYB_CORE_ERROR_EMPTY for a blank text
 *
 * The unit @text means, or a sentence that says which it might be (§1.5: an unresolved name goes to
 * the clerk).
 *
 * Returns: (transfer none): the unit; %NULL with @error set
 */
const XybUnit *
xyb_unit_matcher_require (XybUnitMatcher *self, const char *text, XybUnitKind kind, GError **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  g_return_val_if_fail (self != NULL, NULL);

  if (xyb_text_is_blank (text))
    {
      g_set_error (error, XYB_CORE_ERROR, XYB_CORE_ERROR_EMPTY, _ ("没有填写%s，请填写它的名称。"),
                   kind_word (kind));
      return NULL;
    }
  switch (find_all (self, text, kind, found))
    {
    case XYB_UNIT_MATCH_AMBIGUOUS:
      {
        g_autofree char *shown = xyb_text_excerpt (text, EXCERPT_CHARACTERS);
        g_autofree char *names = join_names (found);

        g_set_error (error, XYB_CORE_ERROR, XYB_CORE_ERROR_UNKNOWN_UNIT,
                     _ ("“%s”可能是几个%s：%s，请写全称。"), shown, kind_word (kind), names);
        return NULL;
      }
    case XYB_UNIT_MATCH_NONE:
      set_unknown (self, text, kind, error);
      return NULL;
    case XYB_UNIT_MATCH_EXACT:
    case XYB_UNIT_MATCH_ALIAS:
    case XYB_UNIT_MATCH_CORE:
    default:
      return g_ptr_array_index (found, 0);
    }
}
