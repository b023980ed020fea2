/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-fonts-private.h"

#include "xyb-i18n.h"

/* A face has to hold the office's own simplified characters: traditional-only faces such as cwTeX
 * 仿宋 would print half of each name in another face. */
#define COVERAGE_SAMPLE "贯标昆山淀锦溪灯镇业务负责联系开发区附件示范一"

/* The Fandol faces come with TeX Live, which does not show them to Fontconfig. */
#define TEX_FANDOL_DIR "/usr/share/texlive/texmf-dist/fonts/opentype/public/fandol"

typedef struct
{
  const char *family;
  PangoWeight weight;
  gboolean genuine; /* of the kind the standard asks for; else it stands in for it */
} Face;

/* DESIGN §7: what the office's own machines have first, what a Debian machine can have after it,
 * Noto CJK last. Windows, WPS and 方正 name the same face in several ways. */
static const Face title_faces[] = {
  { "方正小标宋简体", PANGO_WEIGHT_NORMAL, TRUE },
  { "方正小标宋_GBK", PANGO_WEIGHT_NORMAL, TRUE },
  { "FZXiaoBiaoSong-B05S", PANGO_WEIGHT_NORMAL, TRUE },
  { "FZXiaoBiaoSong-B05", PANGO_WEIGHT_NORMAL, TRUE },
  { "小标宋", PANGO_WEIGHT_NORMAL, TRUE },
  { "华文中宋", PANGO_WEIGHT_NORMAL, FALSE },
  { "STZhongsong", PANGO_WEIGHT_NORMAL, FALSE },
  { "Noto Serif CJK SC", PANGO_WEIGHT_HEAVY, FALSE },
  { "Source Han Serif SC", PANGO_WEIGHT_HEAVY, FALSE },
  { NULL },
};

static const Face body_faces[] = {
  { "仿宋_GB2312", PANGO_WEIGHT_NORMAL, TRUE },
  { "FangSong_GB2312", PANGO_WEIGHT_NORMAL, TRUE },
  { "仿宋", PANGO_WEIGHT_NORMAL, TRUE },
  { "FangSong", PANGO_WEIGHT_NORMAL, TRUE },
  { "方正仿宋_GBK", PANGO_WEIGHT_NORMAL, TRUE },
  { "方正仿宋简体", PANGO_WEIGHT_NORMAL, TRUE },
  { "FZFangSong-Z02", PANGO_WEIGHT_NORMAL, TRUE },
  { "FZFangSong-Z02S", PANGO_WEIGHT_NORMAL, TRUE },
  { "华文仿宋", PANGO_WEIGHT_NORMAL, TRUE },
  { "STFangsong", PANGO_WEIGHT_NORMAL, TRUE },
  { "FandolFang", PANGO_WEIGHT_NORMAL, TRUE },
  { "Noto Serif CJK SC", PANGO_WEIGHT_NORMAL, FALSE },
  { "Source Han Serif SC", PANGO_WEIGHT_NORMAL, FALSE },
  { NULL },
};

static const Face head_faces[] = {
  { "黑体", PANGO_WEIGHT_NORMAL, TRUE },
  { "SimHei", PANGO_WEIGHT_NORMAL, TRUE },
  { "方正黑体_GBK", PANGO_WEIGHT_NORMAL, TRUE },
  { "方正黑体简体", PANGO_WEIGHT_NORMAL, TRUE },
  { "FZHei-B01", PANGO_WEIGHT_NORMAL, TRUE },
  { "FZHei-B01S", PANGO_WEIGHT_NORMAL, TRUE },
  { "华文黑体", PANGO_WEIGHT_NORMAL, TRUE },
  { "STHeiti", PANGO_WEIGHT_NORMAL, TRUE },
  { "Noto Sans CJK SC", PANGO_WEIGHT_BOLD, TRUE },
  { "Source Han Sans SC", PANGO_WEIGHT_BOLD, TRUE },
  { NULL },
};

static const Face kai_faces[] = {
  { "楷体_GB2312", PANGO_WEIGHT_NORMAL, TRUE },
  { "KaiTi_GB2312", PANGO_WEIGHT_NORMAL, TRUE },
  { "楷体", PANGO_WEIGHT_NORMAL, TRUE },
  { "KaiTi", PANGO_WEIGHT_NORMAL, TRUE },
  { "方正楷体_GBK", PANGO_WEIGHT_NORMAL, TRUE },
  { "方正楷体简体", PANGO_WEIGHT_NORMAL, TRUE },
  { "华文楷体", PANGO_WEIGHT_NORMAL, TRUE },
  { "STKaiti", PANGO_WEIGHT_NORMAL, TRUE },
  { "FandolKai", PANGO_WEIGHT_NORMAL, TRUE },
  { "AR PL KaitiM GB", PANGO_WEIGHT_NORMAL, TRUE },
  { "AR PL UKai CN", PANGO_WEIGHT_NORMAL, TRUE },
  { "LXGW WenKai", PANGO_WEIGHT_NORMAL, TRUE },
  { "Noto Serif CJK SC", PANGO_WEIGHT_NORMAL, FALSE },
  { "Source Han Serif SC", PANGO_WEIGHT_NORMAL, FALSE },
  { NULL },
};

static const Face number_faces[] = {
  { "宋体", PANGO_WEIGHT_NORMAL, TRUE },
  { "SimSun", PANGO_WEIGHT_NORMAL, TRUE },
  { "方正书宋_GBK", PANGO_WEIGHT_NORMAL, TRUE },
  { "华文宋体", PANGO_WEIGHT_NORMAL, TRUE },
  { "STSong", PANGO_WEIGHT_NORMAL, TRUE },
  { "Noto Serif CJK SC", PANGO_WEIGHT_NORMAL, TRUE },
  { "Source Han Serif SC", PANGO_WEIGHT_NORMAL, TRUE },
  { NULL },
};

static const struct
{
  const char *name;
  const Face *faces;
} roles[XYB_N_FONT_ROLES] = {
  [XYB_FONT_TITLE] = { N_ ("小标宋"), title_faces }, [XYB_FONT_BODY] = { N_ ("仿宋"), body_faces },
  [XYB_FONT_HEAD] = { N_ ("黑体"), head_faces },     [XYB_FONT_KAI] = { N_ ("楷体"), kai_faces },
  [XYB_FONT_NUMBER] = { N_ ("宋体"), number_faces },
};

/* When a machine has no Chinese face at all, Pango still draws what it can find. */
static const Face last_resort = { "Serif", PANGO_WEIGHT_NORMAL, FALSE };

static void
add_folder (FcConfig *config, const char *folder)
{
  if (g_file_test (folder, G_FILE_TEST_IS_DIR))
    FcConfigAppFontAddDir (config, (const FcChar8 *) folder);
}

static void
add_own_folder (FcConfig *config, const char *data_dir)
{
  g_autofree char *folder = g_build_filename (data_dir, "xinyongban", "fonts", NULL);

  add_folder (config, folder);
}

static FcConfig *
load_config (void)
{
  FcConfig *config = FcInitLoadConfigAndFonts ();
  const char *const *data_dirs = g_get_system_data_dirs ();

  if (config == NULL)
    return NULL;
  add_own_folder (config, g_get_user_data_dir ());
  for (guint i = 0; data_dirs[i] != NULL; i++)
    add_own_folder (config, data_dirs[i]);
  add_folder (config, TEX_FANDOL_DIR);
  return config;
}

/**
 * xyb_fonts_get_config:
 *
 * The system's faces, those in `xinyongban/fonts` of the data folders (where an office may put the
 * 仿宋 and 小标宋 it has bought), and the Fandol faces of TeX Live. Read once; never changed after.
 *
 * Returns: (transfer none) (nullable): the configuration of every font map of this layer
 */
FcConfig *
xyb_fonts_get_config (void)
{
  static gsize loaded = 0;
  static FcConfig *config = NULL;

  if (g_once_init_enter (&loaded))
    {
      config = load_config ();
      g_once_init_leave (&loaded, 1);
    }
  return config;
}

static gboolean
covers_sample (const FcPattern *pattern)
{
  FcCharSet *chars;

  if (FcPatternGetCharSet (pattern, FC_CHARSET, 0, &chars) != FcResultMatch)
    return FALSE;
  for (const char *c = COVERAGE_SAMPLE; *c != '\0'; c = g_utf8_next_char (c))
    if (!FcCharSetHasChar (chars, g_utf8_get_char (c)))
      return FALSE;
  return TRUE;
}

/**
 * xyb_fonts_have_face:
 * @config: where to look
 * @family: any of the face's names, Chinese or Latin
 *
 * Returns: whether @family is there and holds the simplified characters of an official table
 */
gboolean
xyb_fonts_have_face (FcConfig *config, const char *family)
{
  FcPattern *wanted = FcPatternBuild (NULL, FC_FAMILY, FcTypeString, family, (char *) NULL);
  FcObjectSet *objects = FcObjectSetBuild (FC_FAMILY, FC_CHARSET, (char *) NULL);
  FcFontSet *found = FcFontList (config, wanted, objects);
  gboolean covers = FALSE;

  for (int i = 0; found != NULL && i < found->nfont && !covers; i++)
    covers = covers_sample (found->fonts[i]);
  if (found != NULL)
    FcFontSetDestroy (found);
  FcObjectSetDestroy (objects);
  FcPatternDestroy (wanted);
  return covers;
}

static const Face *
find_face (XybFontRole role)
{
  FcConfig *config = xyb_fonts_get_config ();

  for (const Face *face = roles[role].faces; config != NULL && face->family != NULL; face++)
    if (xyb_fonts_have_face (config, face->family))
      return face;
  return &last_resort;
}

/* The face the chain of @role comes to on this machine; looked for once. */
static const Face *
get_own_face (XybFontRole role)
{
  static const Face *found[XYB_N_FONT_ROLES];
  static gsize done = 0;

  if (g_once_init_enter (&done))
    {
      for (guint i = 0; i < XYB_N_FONT_ROLES; i++)
        found[i] = find_face (i);
      g_once_init_leave (&done, 1);
    }
  return found[role];
}

/* Families the clerk has chosen, interned; an export in a thread of its own reads them too. */
static GMutex chosen_lock;
static const char *chosen[XYB_N_FONT_ROLES];

/* A face of the role's own chain keeps its weight and its name for a stand-in; of another one the
 * clerk knows what it is. */
static Face
get_face (XybFontRole role)
{
  const char *family;
  Face face = { NULL, PANGO_WEIGHT_NORMAL, TRUE };

  g_mutex_lock (&chosen_lock);
  family = chosen[role];
  g_mutex_unlock (&chosen_lock);
  if (family == NULL)
    return *get_own_face (role);
  for (const Face *known = roles[role].faces; known->family != NULL; known++)
    if (g_str_equal (known->family, family))
      return *known;
  face.family = family;
  return face;
}

/**
 * xyb_font_role_choose:
 * @role: a font role of GB/T 9704
 * @family: (nullable): a family, or %NULL for the first of the role's chain that is installed
 *
 * What is laid out from now on sets @role in @family; what is being laid out keeps its faces. May be
 * called from any thread.
 *
 * Returns: %FALSE when @family is not installed or lacks the simplified characters of an official
 *   table; the chain then counts
 */
gboolean
xyb_font_role_choose (XybFontRole role, const char *family)
{
  FcConfig *config = xyb_fonts_get_config ();
  gboolean there;

  g_return_val_if_fail (role < XYB_N_FONT_ROLES, FALSE);

  there = family != NULL && config != NULL && xyb_fonts_have_face (config, family);
  g_mutex_lock (&chosen_lock);
  chosen[role] = there ? g_intern_string (family) : NULL;
  g_mutex_unlock (&chosen_lock);
  return there || family == NULL;
}

static int
compare_families (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

/* Of a face's names the Chinese one is what the clerk knows. */
static const char *
name_of (const FcPattern *pattern)
{
  FcChar8 *name = NULL;
  FcChar8 *first = NULL;

  for (int i = 0; FcPatternGetString (pattern, FC_FAMILY, i, &name) == FcResultMatch; i++)
    {
      if (i == 0)
        first = name;
      if (g_utf8_get_char ((const char *) name) >= 0x3400)
        return (const char *) name;
    }
  return (const char *) first;
}

/**
 * xyb_fonts_list_families:
 *
 * Returns: (transfer full): the families that can set an official table, each once, sorted
 */
char **
xyb_fonts_list_families (void)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  FcPattern *any = FcPatternCreate ();
  FcObjectSet *objects = FcObjectSetBuild (FC_FAMILY, FC_CHARSET, (char *) NULL);
  FcFontSet *found = FcFontList (xyb_fonts_get_config (), any, objects);
  g_autoptr (GPtrArray) list = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer name;

  for (int i = 0; found != NULL && i < found->nfont; i++)
    if (covers_sample (found->fonts[i]))
      g_hash_table_add (names, g_strdup (name_of (found->fonts[i])));
  if (found != NULL)
    FcFontSetDestroy (found);
  FcObjectSetDestroy (objects);
  FcPatternDestroy (any);
  g_hash_table_iter_init (&iter, names);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    {
      g_hash_table_iter_steal (&iter);
      g_ptr_array_add (list, name);
    }
  g_ptr_array_sort (list, compare_families);
  g_ptr_array_add (list, NULL);
  return (char **) g_ptr_array_steal (list, NULL);
}

/**
 * xyb_fonts_dup_folder:
 *
 * Returns: (transfer full): where the clerk puts faces she has bought; may not be there yet
 */
char *
xyb_fonts_dup_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "xinyongban", "fonts", NULL);
}

/**
 * xyb_font_role_name:
 * @role: a font role of GB/T 9704
 *
 * Returns: 小标宋, 仿宋, 黑体, 楷体 or 宋体
 */
const char *
xyb_font_role_name (XybFontRole role)
{
  g_return_val_if_fail (role < XYB_N_FONT_ROLES, NULL);

  return _ (roles[role].name);
}

/**
 * xyb_font_role_key:
 * @role: a font role of GB/T 9704
 *
 * Returns: what the settings know the role by
 */
const char *
xyb_font_role_key (XybFontRole role)
{
  static const char *const keys[XYB_N_FONT_ROLES] = { "title", "body", "head", "kai", "number" };

  g_return_val_if_fail (role < XYB_N_FONT_ROLES, NULL);

  return keys[role];
}

/**
 * xyb_font_role_family:
 * @role: a font role of GB/T 9704
 * @out_substituted: (out) (optional): whether the face is not of the kind the standard asks for
 *
 * The face the clerk chose, else the first of the role's chain that is installed and holds the needed
 * characters (DESIGN §7).
 *
 * Returns: (transfer none): a family name
 */
const char *
xyb_font_role_family (XybFontRole role, gboolean *out_substituted)
{
  Face face;

  g_return_val_if_fail (role < XYB_N_FONT_ROLES, NULL);

  face = get_face (role);
  if (out_substituted != NULL)
    *out_substituted = !face.genuine;
  return face.family;
}

/**
 * xyb_font_role_describe:
 * @role: a font role of GB/T 9704
 * @points: size in points
 *
 * Returns: (transfer full): the face of @role; its weight makes a stand-in as strong as the
 * original
 */
PangoFontDescription *
xyb_font_role_describe (XybFontRole role, double points)
{
  PangoFontDescription *description;
  Face face;

  g_return_val_if_fail (role < XYB_N_FONT_ROLES, NULL);

  face = get_face (role);
  description = pango_font_description_new ();
  pango_font_description_set_family_static (description, face.family);
  pango_font_description_set_weight (description, face.weight);
  pango_font_description_set_size (description, (int) (points * PANGO_SCALE + 0.5));
  return description;
}

/**
 * xyb_fonts_substitution_note:
 *
 * What a clerk is told before she prints: which faces of the standard this machine lacks.
 *
 * Returns: (transfer full) (nullable): 「小标宋 以 Noto Serif CJK SC 代替；…」, or %NULL when
 * nothing is substituted
 */
char *
xyb_fonts_substitution_note (void)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < XYB_N_FONT_ROLES; i++)
    {
      Face face = get_face (i);

      if (!face.genuine)
        g_ptr_array_add (parts, g_strdup_printf (_ ("%s 以 %s 代替"), xyb_font_role_name (i),
                                                 face.family));
    }
  if (parts->len == 0)
    return NULL;
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (_ ("；"), (char **) parts->pdata);
}
