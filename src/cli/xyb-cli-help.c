/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-cli.h"

#include "xyb-i18n.h"

/* What --help shows: all of it in the program's own language, whatever the system's is. */

/**
 * xyb_cli_print_command_list:
 * @out: standard output, or standard error where no command was understood
 */
void
xyb_cli_print_command_list (FILE *out)
{
  fprintf (out, "%s\n\n", _ ("用法：xyb 命令 [选项…]    每条命令都可加 --help"));
  for (const XybCliCommand *const *list = xyb_cli_command_lists; *list != NULL; list++)
    for (const XybCliCommand *c = *list; c->name != NULL; c++)
      fprintf (out, "  %-22s %s\n", c->name, _ (c->summary));
  fprintf (
    out, "\n%s\n",
    _ ("公共选项：--office 文件（默认是本机的办公数据）、--json（输出 JSON）、--operator 姓名"));
}

static void
add_options (XybCliTable *table, const GOptionEntry *entries)
{
  for (const GOptionEntry *e = entries; e != NULL && e->long_name != NULL; e++)
    {
      g_autoptr (GString) option = g_string_new (NULL);

      if (*e->long_name == '\0') /* what stands without an option's name */
        continue;
      if (e->short_name != 0)
        g_string_append_printf (option, "-%c, ", e->short_name);
      g_string_append_printf (option, "--%s", e->long_name);
      if (e->arg_description != NULL)
        g_string_append_printf (option, "=%s", _ (e->arg_description));
      xyb_cli_table_add (table, option->str, _ (e->description), NULL);
    }
}

/**
 * xyb_cli_print_help:
 * @command: a command
 * @common: the options every command takes
 */
void
xyb_cli_print_help (const XybCliCommand *command, const GOptionEntry *common)
{
  static const char *const heads[] = { N_ ("选项"), N_ ("说明"), NULL };
  g_autoptr (XybCliTable) table = xyb_cli_table_new (heads, "ll");

  xyb_cli_print (_ ("用法：xyb %s%s%s [选项…]\n\n%s\n\n"), command->name,
                 command->arguments != NULL ? " " : "",
                 command->arguments != NULL ? _ (command->arguments) : "", _ (command->summary));
  add_options (table, command->options);
  add_options (table, common);
  xyb_cli_table_print (table);
}
