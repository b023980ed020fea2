/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <libxml/tree.h>

#include "xyb-zip-input.h"

G_BEGIN_DECLS

/* One XML part of a package as a stream of events. Names come without their prefix (B-16). */

typedef struct _XybXmlInput XybXmlInput;

/* As libxml2 gives them: five pointers each (name, prefix, namespace, value, end of value). */
typedef struct
{
  const xmlChar **items;
  int n;
} XybXmlAttributes;

typedef struct
{
  void (*start) (XybXmlInput *input,
                 const char *name,
                 const XybXmlAttributes *attributes,
                 gpointer user_data);
  void (*end) (XybXmlInput *input, const char *name, gpointer user_data);
  void (*text) (XybXmlInput *input, const char *text, gsize length, gpointer user_data);
} XybXmlHandler;

gboolean xyb_xml_read_part (XybZip *zip,
                            const char *part,
                            const XybXmlHandler *handler,
                            gpointer user_data,
                            GCancellable *cancellable,
                            GError **error);

/* The same for XML in memory. */
gboolean xyb_xml_read_text (const char *shown,
                            const char *xml,
                            const XybXmlHandler *handler,
                            gpointer user_data,
                            GError **error);

/* For handlers. */
void xyb_xml_input_stop (XybXmlInput *self);
void xyb_xml_input_fail (XybXmlInput *self, GError *error);
void xyb_xml_input_fail_damaged (XybXmlInput *self);
void xyb_xml_input_fail_limit (XybXmlInput *self);
const char *xyb_xml_input_get_shown_name (XybXmlInput *self);

gboolean xyb_xml_find (const XybXmlAttributes *self,
                       const char *name,
                       const char **out_value,
                       gsize *out_length);
char *xyb_xml_dup (const XybXmlAttributes *self, const char *name);
gboolean xyb_xml_true (const XybXmlAttributes *self, const char *name);
gboolean xyb_xml_uint (const XybXmlAttributes *self, const char *name, guint *out_value);

G_END_DECLS
