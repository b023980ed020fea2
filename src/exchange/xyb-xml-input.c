/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-xml-input.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <string.h>

#include "xyb-exchange-sentences.h"

#define CHUNK_BYTES 32768

/* What libxml2 may hold back waiting for the end of one tag: more is an attack on its buffer and on
 * its comparing of every attribute with every other. */
#define MAX_PENDING_BYTES (128 << 10)

struct _XybXmlInput
{
  const XybXmlHandler *handler;
  gpointer user_data;
  const char *shown;
  xmlParserCtxt *context;
  gboolean stopped;
  GError *error;
};

static void
on_start (void *data,
          const xmlChar *name,
          const xmlChar *prefix,
          const xmlChar *uri,
          int n_namespaces,
          const xmlChar **namespaces,
          int n_attributes,
          int n_defaulted,
          const xmlChar **attributes)
{
  XybXmlInput *self = ((xmlParserCtxt *) data)->_private;
  XybXmlAttributes list = { attributes, n_attributes };

  if (!self->stopped)
    self->handler->start (self, (const char *) name, &list, self->user_data);
}

static void
on_end (void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
  XybXmlInput *self = ((xmlParserCtxt *) data)->_private;

  if (!self->stopped)
    self->handler->end (self, (const char *) name, self->user_data);
}

static void
on_text (void *data, const xmlChar *text, int length)
{
  XybXmlInput *self = ((xmlParserCtxt *) data)->_private;

  if (!self->stopped && self->handler->text != NULL)
    self->handler->text (self, (const char *) text, length, self->user_data);
}

/* No workbook has a DOCTYPE; a file with one wants to expand entities or to fetch something. */
static void
on_doctype (void *data, const xmlChar *name, const xmlChar *public_id, const xmlChar *system_id)
{
  XybXmlInput *self = ((xmlParserCtxt *) data)->_private;

  xyb_xml_input_fail (self, xyb_sentence_doctype (self->shown));
}

static void
on_complaint (void *data, xmlError *complaint)
{
  /* The result of xmlParseChunk() says it; nothing goes to stderr. */
}

static xmlParserCtxt *
new_context (XybXmlInput *self)
{
  xmlSAXHandler sax = { 0 };
  xmlParserCtxt *context;

  sax.initialized = XML_SAX2_MAGIC;
  sax.startElementNs = on_start;
  sax.endElementNs = on_end;
  sax.characters = on_text;
  sax.ignorableWhitespace = on_text;
  sax.cdataBlock = on_text;
  sax.internalSubset = on_doctype;
  sax.serror = on_complaint;
  context = xmlCreatePushParserCtxt (&sax, NULL, NULL, 0, NULL);
  if (context == NULL)
    g_error ("libxml2: out of memory");
  context->_private = self;
  xmlCtxtUseOptions (context, XML_PARSE_NONET);
  return context;
}

static gboolean
feed (XybXmlInput *self, XybZipPart *part, GCancellable *cancellable)
{
  guint8 buffer[CHUNK_BYTES];
  gsize n = 0;

  do
    {
      if (g_cancellable_is_cancelled (cancellable))
        {
          self->error = xyb_sentence_read_cancelled (self->shown);
          return FALSE;
        }
      if (!xyb_zip_part_read (part, buffer, sizeof buffer, &n, &self->error))
        return FALSE;
      if (xmlParseChunk (self->context, (const char *) buffer, n, n == 0) != 0 && !self->stopped)
        xyb_xml_input_fail_damaged (self);
      else if (self->context->input != NULL
               && self->context->input->end - self->context->input->cur > MAX_PENDING_BYTES)
        xyb_xml_input_fail_limit (self);
    }
  while (n > 0 && !self->stopped);
  return self->error == NULL;
}

/**
 * xyb_xml_read_part:
 * @zip: the package
 * @part: name of the part
 * @handler: what to call; names are without prefix
 * @user_data: for @handler
 * @cancellable: (nullable): looked at for every 32 KiB
 * @error: %XYB_EXCHANGE_ERROR
 *
 * Streams one part through the handler. No entity but the five of XML, no DOCTYPE, no network.
 *
 * Returns: %TRUE at the end of the part or after xyb_xml_input_stop()
 */
gboolean
xyb_xml_read_part (XybZip *zip,
                   const char *part,
                   const XybXmlHandler *handler,
                   gpointer user_data,
                   GCancellable *cancellable,
                   GError **error)
{
  XybXmlInput self = { .handler = handler, .user_data = user_data };
  g_autoptr (XybZipPart) stream = xyb_zip_open_part (zip, part, error);
  gboolean ok;

  if (stream == NULL)
    return FALSE;
  self.shown = xyb_zip_get_shown_name (zip);
  self.context = new_context (&self);
  ok = feed (&self, stream, cancellable);
  xmlFreeParserCtxt (self.context);
  if (!ok)
    g_propagate_error (error, self.error);
  return ok;
}

gboolean
xyb_xml_read_text (const char *shown,
                   const char *xml,
                   const XybXmlHandler *handler,
                   gpointer user_data,
                   GError **error)
{
  XybXmlInput self = { .handler = handler, .user_data = user_data, .shown = shown };

  self.context = new_context (&self);
  if (xmlParseChunk (self.context, xml, strlen (xml), TRUE) != 0 && !self.stopped)
    xyb_xml_input_fail_damaged (&self);
  xmlFreeParserCtxt (self.context);
  if (self.error == NULL)
    return TRUE;
  g_propagate_error (error, self.error);
  return FALSE;
}

/**
 * xyb_xml_input_stop:
 *
 * Called by a handler that has seen enough.
 */
void
xyb_xml_input_stop (XybXmlInput *self)
{
  self->stopped = TRUE;
  xmlStopParser (self->context);
}

/**
 * xyb_xml_input_fail:
 * @error: (transfer full): the first one counts
 */
void
xyb_xml_input_fail (XybXmlInput *self, GError *error)
{
  if (self->error == NULL)
    self->error = error;
  else
    g_error_free (error);
  xyb_xml_input_stop (self);
}

void
xyb_xml_input_fail_damaged (XybXmlInput *self)
{
  xyb_xml_input_fail (self, xyb_sentence_damaged (self->shown));
}

void
xyb_xml_input_fail_limit (XybXmlInput *self)
{
  xyb_xml_input_fail (self, xyb_sentence_limit (self->shown));
}

const char *
xyb_xml_input_get_shown_name (XybXmlInput *self)
{
  return self->shown;
}

/**
 * xyb_xml_find:
 * @name: name of an attribute without prefix
 * @out_value: (out): not terminated; valid during the handler only
 * @out_length: (out): its bytes
 */
gboolean
xyb_xml_find (const XybXmlAttributes *self,
              const char *name,
              const char **out_value,
              gsize *out_length)
{
  for (int i = 0; i < self->n; i++)
    {
      const xmlChar **item = self->items + 5 * i;

      if (strcmp ((const char *) item[0], name) == 0)
        {
          *out_value = (const char *) item[3];
          *out_length = item[4] - item[3];
          return TRUE;
        }
    }
  return FALSE;
}

/**
 * xyb_xml_dup:
 *
 * Returns: (transfer full) (nullable): the value of @name
 */
char *
xyb_xml_dup (const XybXmlAttributes *self, const char *name)
{
  const char *value;
  gsize length;

  return xyb_xml_find (self, name, &value, &length) ? g_strndup (value, length) : NULL;
}

gboolean
xyb_xml_true (const XybXmlAttributes *self, const char *name)
{
  const char *value;
  gsize length;

  if (!xyb_xml_find (self, name, &value, &length))
    return FALSE;
  return (length == 1 && value[0] == '1') || (length == 4 && memcmp (value, "true", 4) == 0)
         || (length == 2 && memcmp (value, "on", 2) == 0);
}

/**
 * xyb_xml_uint:
 * @out_value: (out): untouched where the attribute is missing or no number below 10⁹
 */
gboolean
xyb_xml_uint (const XybXmlAttributes *self, const char *name, guint *out_value)
{
  const char *value;
  gsize length;
  guint number = 0;

  if (!xyb_xml_find (self, name, &value, &length) || length == 0 || length > 9)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    {
      if (!g_ascii_isdigit (value[i]))
        return FALSE;
      number = number * 10 + (value[i] - '0');
    }
  *out_value = number;
  return TRUE;
}
