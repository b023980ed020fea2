/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-pinyin.h"

#include <string.h>
#include <unicode/ucol.h>
#include <unicode/ustring.h>
#include <unicode/utf16.h>

#include "xyb-text.h"

#define TABLE_FIRST 0x3400
#define TABLE_LAST 0x9fff
#define NO_INITIAL ' '

/* The first character of every initial in the pinyin order of ICU (PROVEN, “Pinyin and sorting”;
 * 阿, because ICU 72 reads 吖 as ya), and the last two characters that have a reading. What sorts
 * behind both has none. */
static const char boundaries[] = "阿八嚓咑妸发旮哈讥咔垃妈拏噢妑七呥仨他穵夕丫帀";
static const char last_readings[] = "糳咗";
static const char boundary_letters[] = "abcdefghjklmnopqrstwxyz";

#define N_LETTERS (sizeof boundary_letters - 1)

/* 多音字 of company names, places and surnames: the likelier initial first. The collation knows one
 * reading only; a clerk types the other as often. */
static const char *const polyphones[] = {
  "长cz",  "厦xs", "行xh", "重cz", "乐ly", "单ds", "曾zc", "解jx", "仇qc", "查cz", "翟zd", "会hk",
  "调td",  "弹td", "降jx", "藏cz", "朝cz", "贾jg", "参cs", "宿sx", "校xj", "畜xc", "盛sc", "晟sc",
  "粘zn",  "率ls", "茄qj", "咖kg", "祭jz", "秘mb", "泌mb", "泊bp", "隗wk", "郇xh", "阿ae", "凹aw",
  "伽jqg", "匙cs", "刹sc", "莘xs", "浒xh", "眙yc", "圩wx", "泷ls", "尉wy", "乾qg", "囤td", "巷xh",
  "番fp",  "给gj", "便bp", "折zs", "陂bp", "堡bp", "曝pb", "埔pb", "蛤hg", "溱qz", "浚jx", "轧zy",
  "茜qx",  "焘td", "伺sc", "弄nl", "莞gw", "壳kq", "荥xy", "靓lj", "栅zs", "桧gh", "沓td",
};

/* Characters of 通用规范汉字表 the collation of the floor (ICU 72) has no reading for, by initial.
 * Rare as they are, they stand in company and personal names. */
static const char *const rare[] = {
  "a𩽾",
  "b𠳐𨚕𨭉𬇙𬭛𬷕",
  "c㬚㳘䅟䝙䢺䲠𥕢𥻗𫄨𫚖𬊤𬘭𬬮𬭚𬺓",
  "d㙍䃅䏲䗖𣗋𤧛𨱏𫟼𫢸𫶇𬍡𬘘𬟽𬭊𬱖",
  "e𥔲𫫇",
  "f㕮㳇𣸣𫓧𫔍𫖯𬴂𬸪",
  "g㭎㽏䢼鿍𦙶𨐈𬇹𬒔𬮿",
  "h㘎㧑㬊㸌㿠𤩽𨱑𫟹𬌗𬘫𬣳𬤝𬭎𬭤𬭬𬭶𬴃",
  "j㛃㠇㵐䌹䐃䴔䴖䴗𪟝𫌀𫓯𫓹𫔎𫘝𬂩𬣡𬬱𬯀𬳶𬶋𬶨𬶭",
  "k㧟㸆𡐓𩾌𫛭𫠆𫸩",
  "l㥄㫰㮾㰀䁖䂮䴕𦝼𪣻𪤗𫘧𫚭𫟅𫭢𫭼𫵷𬍛𬒗𬕂𬜯𬬭𬬻𬭸𬴊𬶟"
  "𬶠",
  "m㠓鿏𧿹𩾃𫑡𫞩𬙊𬜬𬭁",
  "n𦰡𨺙𫐐𫔶𫠜𬪩",
  "o𠙶𫭟𬉼",
  "p㛹䥽䴙𡎚𬞟𬭯𬳵",
  "q㭕䓖䓛䓫𨙸𨟠𨱇𪨰𬒈𬘬𬨂",
  "r䎃𫐓",
  "s㟃㧐䏡䴓𪨶𫗧𫚕𫟦𫮃𬤊𬬸𬬹𬭼𬳽",
  "t㛚㻬䗴䣘䲢䴘鿎𦒍𫍣𫘦𫘨𬘩𬯎𬳿𬶍",
  "w𣲗𣲘𫇭𫘜𬀩𬇕𬭩𬱟𬶏",
  "x㙦㬎㳚㴔䗛䜣𠅤𤫉𦈡𪾢𫄸𫍯𫍲𫍽𫓶𫘬𫠊𫰛𫷷𬀪𬊈𬍤𬘓𬙋𬣙"
  "𬩽"
  "𬭳"
  "𬶮"
  "𬸣"
  "𬹼",
  "y㑊㙘㶲㺄䓨䲟䶮𪩘𫄧𫄷𫐄𫖮𫖳𫘪𬘡𬙂𬟁𬤇𬨎𬬩𬮱𬸘𬸚𬺈",
  "z㑇㤘䃎䎖䏝䓬䗪䦃𥖨𦭜𨱔𫗴𬃊𬘯𬣞𬬿𬶐𬸦",
};

struct _XybPinyin
{
  UCollator *collator;
  gunichar bounds[N_LETTERS];
  gunichar last;        /* of the characters that have a reading */
  GHashTable *readings; /* character → its initials, one letter a byte, the likelier one lowest */
  char table[TABLE_LAST - TABLE_FIRST + 1]; /* initial by collation, NO_INITIAL, 0 not looked up */
  gboolean opened;
};

/**
 * xyb_pinyin_new:
 *
 * Costs nothing: the collation is opened at first use (1–2 ms). Not thread safe, one object per
 * thread.
 *
 * Returns: (transfer full): free with xyb_pinyin_free()
 */
XybPinyin *
xyb_pinyin_new (void)
{
  return g_new0 (XybPinyin, 1);
}

void
xyb_pinyin_free (XybPinyin *self)
{
  if (self == NULL)
    return;
  if (self->collator != NULL)
    ucol_close (self->collator);
  g_clear_pointer (&self->readings, g_hash_table_unref);
  g_free (self);
}

static gboolean
before (XybPinyin *self, gunichar a, gunichar b)
{
  UChar left[U16_MAX_LENGTH];
  UChar right[U16_MAX_LENGTH];
  int32_t n_left = 0;
  int32_t n_right = 0;

  U16_APPEND_UNSAFE (left, n_left, a);
  U16_APPEND_UNSAFE (right, n_right, b);
  return ucol_strcoll (self->collator, left, n_left, right, n_right) == UCOL_LESS;
}

/* 0 for what is no Han character, or one the collation has no reading for. */
static char
initial_by_collation (XybPinyin *self, gunichar c)
{
  gsize low = 0;
  gsize high = N_LETTERS;

  if (g_unichar_get_script (c) != G_UNICODE_SCRIPT_HAN)
    return 0;
  while (low < high)
    {
      gsize middle = (low + high) / 2;

      if (before (self, c, self->bounds[middle]))
        high = middle;
      else
        low = middle + 1;
    }
  /* low counts the boundaries at or before the character. */
  if (low == 0 || (low == N_LETTERS && before (self, self->last, c)))
    return 0;
  return boundary_letters[low - 1];
}

static void
add_readings (XybPinyin *self, const char *character, const char *letters)
{
  guint packed = 0;

  for (guint i = 0; letters[i] != '\0'; i++)
    packed |= (guint) letters[i] << (8 * i);
  g_hash_table_insert (self->readings, GUINT_TO_POINTER (g_utf8_get_char (character)),
                       GUINT_TO_POINTER (packed));
}

static void
fill_readings (XybPinyin *self)
{
  self->readings = g_hash_table_new (NULL, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (rare); i++)
    {
      const char letter[] = { rare[i][0], '\0' };

      for (const char *p = rare[i] + 1; *p != '\0'; p = g_utf8_next_char (p))
        add_readings (self, p, letter);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (polyphones); i++)
    add_readings (self, polyphones[i], g_utf8_next_char (polyphones[i]));
}

static void
open_collator (XybPinyin *self)
{
  UErrorCode status = U_ZERO_ERROR;
  const char *p = boundaries;
  gunichar other_last;

  if (self->opened)
    return;
  self->opened = TRUE;
  fill_readings (self);
  self->collator = ucol_open ("zh@collation=pinyin", &status);
  if (U_FAILURE (status))
    {
      /* Without ICU's data the order is that of the characters' numbers and only the preset has
       * initials; everything else of the program works. */
      self->collator = NULL;
      return;
    }
  for (gsize i = 0; i < N_LETTERS; i++, p = g_utf8_next_char (p))
    self->bounds[i] = g_utf8_get_char (p);
  self->last = g_utf8_get_char (last_readings);
  other_last = g_utf8_get_char (g_utf8_next_char (last_readings));
  if (before (self, self->last, other_last))
    self->last = other_last;
}

/* One letter a byte, the likelier one lowest; 0 for what has no reading. */
static guint
readings_of (XybPinyin *self, gunichar c)
{
  guint packed;
  char *place;

  if (c < 0x80)
    return g_ascii_isalnum ((char) c) ? (guint) g_ascii_tolower ((char) c) : 0;
  packed = GPOINTER_TO_UINT (g_hash_table_lookup (self->readings, GUINT_TO_POINTER (c)));
  if (packed != 0)
    return packed;
  if (self->collator == NULL || c < TABLE_FIRST)
    return 0;
  /* Extension B and later, and the compatibility ideographs NFKC leaves alone: too rare for a
   * table. */
  if (c > TABLE_LAST)
    return (guint) initial_by_collation (self, c);
  /* Filled as characters come, so that one edit does not pay for the whole table. */
  place = &self->table[c - TABLE_FIRST];
  if (*place == 0)
    *place = initial_by_collation (self, c);
  if (*place == 0)
    *place = NO_INITIAL;
  return *place != NO_INITIAL ? (guint) *place : 0;
}

/* Appends one character's initial to every variant; a 多音字 doubles them while there is room, past
 * it the likelier reading stands alone. */
static guint
append_readings (GString **variants, guint n, guint packed)
{
  guint n_before = n;

  for (guint more = packed >> 8; more != 0 && n + n_before <= XYB_PINYIN_MAX_VARIANTS; more >>= 8)
    for (guint i = 0; i < n_before; i++)
      {
        variants[n] = g_string_new_len (variants[i]->str, (gssize) variants[i]->len);
        g_string_append_c (variants[n++], (char) (more & 0xff));
      }
  for (guint i = 0; i < n_before; i++)
    g_string_append_c (variants[i], (char) (packed & 0xff));
  return n;
}

/**
 * xyb_pinyin_initials:
 * @text: (nullable): a name
 *
 * The first letters a clerk types for @text: of every Han character the initial of its
 * reading, ASCII letters and digits themselves in lower case, full width or not; everything else is
 * left out. Where
 * 多音字 give several, all of them up to %XYB_PINYIN_MAX_VARIANTS, separated by one space, the
 * likeliest first.
 *
 * Returns: (transfer full): "" when nothing in @text has an initial
 */
char *
xyb_pinyin_initials (XybPinyin *self, const char *text)
{
  g_autofree char *folded = xyb_text_key (text);
  GString *variants[XYB_PINYIN_MAX_VARIANTS];
  guint n = 1;

  open_collator (self);
  variants[0] = g_string_sized_new (32);
  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      guint packed = readings_of (self, g_utf8_get_char (p));

      if (packed != 0)
        n = append_readings (variants, n, packed);
    }
  for (guint i = 1; i < n; i++)
    {
      g_string_append_c (variants[0], ' ');
      g_string_append_len (variants[0], variants[i]->str, (gssize) variants[i]->len);
      g_string_free (variants[i], TRUE);
    }
  return g_string_free (variants[0], FALSE);
}

static UChar *
to_utf16 (const char *text, int32_t *out_length)
{
  g_autofree char *folded = xyb_text_key (text);
  glong length = 0;
  UChar *wide = g_utf8_to_utf16 (folded, -1, NULL, &length, NULL);

  *out_length = (int32_t) length;
  return wide;
}

/**
 * xyb_pinyin_sort_key:
 * @text: (nullable): a name
 *
 * Bytes whose order under memcmp() (and as a BLOB in SQLite) is the pinyin order of the names'
 * keys: digits, Han characters, Latin letters; width, case and spaces do not count.
 *
 * Returns: (transfer full): the key
 */
GBytes *
xyb_pinyin_sort_key (XybPinyin *self, const char *text)
{
  int32_t length = 0;
  g_autofree UChar *wide = NULL;
  guint8 local[256];
  g_autofree guint8 *large = NULL;
  int32_t needed;

  open_collator (self);
  if (self->collator == NULL)
    {
      char *folded = xyb_text_key (text);

      return g_bytes_new_take (folded, strlen (folded));
    }
  wide = to_utf16 (text, &length);
  needed = ucol_getSortKey (self->collator, wide, length, local, sizeof local);
  if (needed <= (int32_t) sizeof local)
    return g_bytes_new (local, (gsize) MAX (needed, 1) - 1);
  large = g_malloc ((gsize) needed);
  ucol_getSortKey (self->collator, wide, length, large, needed);
  return g_bytes_new_take (g_steal_pointer (&large), (gsize) needed - 1);
}

/**
 * xyb_pinyin_compare:
 * @a: (nullable): a name
 * @b: (nullable): a name
 *
 * Returns: less than, equal to or more than 0 as @a stands before, beside or behind @b in pinyin
 *   order; the same order as that of xyb_pinyin_sort_key()
 */
int
xyb_pinyin_compare (XybPinyin *self, const char *a, const char *b)
{
  int32_t n_left = 0;
  int32_t n_right = 0;
  g_autofree UChar *left = NULL;
  g_autofree UChar *right = NULL;

  open_collator (self);
  if (self->collator == NULL)
    {
      g_autofree char *folded_a = xyb_text_key (a);
      g_autofree char *folded_b = xyb_text_key (b);

      return strcmp (folded_a, folded_b);
    }
  left = to_utf16 (a, &n_left);
  right = to_utf16 (b, &n_right);
  return (int) ucol_strcoll (self->collator, left, n_left, right, n_right);
}
