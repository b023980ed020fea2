/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-cli.h"

int
main (int argc, char **argv)
{
  return xyb_cli_main (argc, argv);
}
