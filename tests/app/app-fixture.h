/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-application.h"
#include "xyb-window-private.h"

G_BEGIN_DECLS

/* The real program on a made-up office in a folder of its own. */

typedef struct
{
  char *folder;
  char *path; /* of the office */
  XybApplication *application;
  XybWindow *window;
  XybStore *store; /* the window's, borrowed */
} AppFixture;

#define DEMO_YEAR 2020
#define DEMO_ENTERPRISES 120

void app_fixture_start (AppFixture *fixture, const char *name);
void app_fixture_open (AppFixture *fixture);
void app_fixture_open_nothing (AppFixture *fixture);
void app_fixture_set_up (AppFixture *fixture, gconstpointer data);
void app_fixture_tear_down (AppFixture *fixture, gconstpointer data);

void app_close_window (AppFixture *fixture);
void app_settle (void);
void app_wait_for_job (AppFixture *fixture);
void app_press (GtkWidget *widget, guint keyval, GdkModifierType state);
GtkWidget *app_find (GtkWidget *root, GType type, guint index);
GtkWidget *app_find_field (GtkWidget *root, const char *title);
GtkWidget *app_find_button (GtkWidget *root, const char *label);
GtkMenuButton *app_find_menu_button (GtkWidget *root, const char *label);
GtkWindow *app_find_window (GType type);

void app_leak_begin (void);
void app_leak_end (void);

G_END_DECLS
