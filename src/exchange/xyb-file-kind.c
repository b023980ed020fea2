/* SPDX-License-Identifier: GPL-3.0-or-later */

/* memmem */
#define _GNU_SOURCE

#include "xyb-file-kind.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "xyb-exchange-error.h"
#include "xyb-exchange-sentences.h"
#include "xyb-i18n.h"
#include "xyb-safe-file.h"
#include "xyb-zip-input.h"

#define HEAD_BYTES 4096
#define OLE_HEAD_BYTES 76 /* of an OLE2 header that matter here */
#define SCAN_CHUNK 65536
#define SCAN_MAX (100 << 20)

typedef struct
{
  const char *bytes;
  gsize n;
  XybFileKind kind;
} Signature;

static const Signature signatures[] = {
  { "%PDF", 4, XYB_FILE_KIND_PDF },
  { "\x89PNG", 4, XYB_FILE_KIND_PICTURE },
  { "\xff\xd8\xff", 3, XYB_FILE_KIND_PICTURE },
  { "GIF8", 4, XYB_FILE_KIND_PICTURE },
  { "BM", 2, XYB_FILE_KIND_PICTURE },
  { "II*\0", 4, XYB_FILE_KIND_PICTURE },
  { "Rar!", 4, XYB_FILE_KIND_ARCHIVE },
  { "7z\xbc\xaf\x27\x1c", 6, XYB_FILE_KIND_ARCHIVE },
  { "\x1f\x8b", 2, XYB_FILE_KIND_ARCHIVE },
  { "{\\rtf", 5, XYB_FILE_KIND_TEXT_DOCUMENT },
};

/* Parts that only one kind of package has. */
static const struct
{
  const char *part;
  XybFileKind kind;
} packages[] = {
  { "xl/workbook.bin", XYB_FILE_KIND_XLSB },
  { "xl/workbook.xml", XYB_FILE_KIND_XLSX },
  { "word/document.xml", XYB_FILE_KIND_TEXT_DOCUMENT },
  { "ppt/presentation.xml", XYB_FILE_KIND_SLIDES },
  { "_rels/.rels", XYB_FILE_KIND_XLSX },
};

static XybFileKind
opendocument_kind (XybZip *zip)
{
  g_autoptr (XybZipPart) part = xyb_zip_open_part (zip, "mimetype", NULL);
  char type[64] = { 0 };
  gsize n;

  if (part == NULL || !xyb_zip_part_read (part, (guint8 *) type, sizeof type - 1, &n, NULL))
    return XYB_FILE_KIND_UNKNOWN;
  if (strstr (type, "opendocument.spreadsheet") != NULL)
    return XYB_FILE_KIND_ODS;
  if (strstr (type, "opendocument.presentation") != NULL)
    return XYB_FILE_KIND_SLIDES;
  return strstr (type, "opendocument") != NULL ? XYB_FILE_KIND_TEXT_DOCUMENT
                                               : XYB_FILE_KIND_UNKNOWN;
}

static gboolean
detect_package (const char *path, XybFileKind *out_kind, GError **error)
{
  g_autoptr (XybZip) zip = xyb_zip_open (path, error);

  if (zip == NULL)
    return FALSE;
  *out_kind = xyb_zip_has_part (zip, "mimetype") ? opendocument_kind (zip) : XYB_FILE_KIND_UNKNOWN;
  for (gsize i = 0; i < G_N_ELEMENTS (packages) && *out_kind == XYB_FILE_KIND_UNKNOWN; i++)
    if (xyb_zip_has_part (zip, packages[i].part))
      *out_kind = packages[i].kind;
  if (*out_kind == XYB_FILE_KIND_UNKNOWN)
    *out_kind = XYB_FILE_KIND_ARCHIVE;
  return TRUE;
}

static gboolean
contains (const char *haystack, gsize n, const char *ascii, gboolean wide)
{
  char needle[64];
  gsize length = 0;

  for (const char *p = ascii; *p != '\0'; p++)
    {
      needle[length++] = *p;
      if (wide)
        needle[length++] = '\0';
    }
  return memmem (haystack, n, needle, length) != NULL;
}

/* Where the first sector of OLE2's directory ends, by its header; all of it lies behind a header
 * that is cut off itself. */
static guint64
ole_directory_end (const char *head, gsize n)
{
  const guint8 *bytes = (const guint8 *) head;
  guint shift;
  guint64 sector;

  if (n < OLE_HEAD_BYTES)
    return G_MAXUINT64;
  shift = bytes[30] == 12 ? 12 : 9;
  sector = bytes[48] | bytes[49] << 8 | bytes[50] << 16 | (guint64) bytes[51] << 24;
  return (sector + 2) << shift;
}

/* Names of streams stand in OLE2's directory as UTF-16; looking for their bytes needs no walk
 * through a table of sectors that a stranger has written. */
static XybFileKind
ole_kind (int fd, const char *head, gsize n_head)
{
  static const struct
  {
    const char *stream;
    XybFileKind kind;
  } streams[] = {
    { "EncryptedPackage", XYB_FILE_KIND_ENCRYPTED },
    { "WordDocument", XYB_FILE_KIND_TEXT_DOCUMENT },
    { "PowerPoint Document", XYB_FILE_KIND_SLIDES },
    { "Workbook", XYB_FILE_KIND_XLS },
    { "Book", XYB_FILE_KIND_XLS },
  };
  g_autofree char *buffer = g_malloc (SCAN_CHUNK + 64);
  gsize best = G_N_ELEMENTS (streams);
  gsize kept = 0;
  gsize total = 0;
  gssize n;

  lseek (fd, 0, SEEK_SET);
  while (total < SCAN_MAX && (n = read (fd, buffer + kept, SCAN_CHUNK)) > 0)
    {
      gsize filled = kept + n;

      for (gsize i = 0; i < best; i++)
        if (contains (buffer, filled, streams[i].stream, TRUE))
          best = i;
      total += n;
      kept = MIN (filled, 64); /* a name across two chunks */
      memmove (buffer, buffer + filled - kept, kept);
    }
  if (best < G_N_ELEMENTS (streams))
    return streams[best].kind;
  /* What was cut off before its directory cannot be told; the reader says that it is damaged. */
  return ole_directory_end (head, n_head) > total ? XYB_FILE_KIND_XLS : XYB_FILE_KIND_UNKNOWN;
}

static gboolean
is_text (const char *head, gsize n)
{
  const char *end;
  g_autofree char *converted = NULL;
  gsize read = 0;

  if (memchr (head, '\0', n) != NULL)
    return FALSE;
  /* The head may end inside a character. */
  if (g_utf8_validate (head, n, &end) || head + n - end < 4)
    return TRUE;
  converted = g_convert (head, n, "UTF-8", "GB18030", &read, NULL, NULL);
  return converted != NULL || n - read < 4;
}

static XybFileKind
text_kind (const char *head, gsize n)
{
  g_autofree char *lower = NULL;

  if (n >= 2 && (memcmp (head, "\xff\xfe", 2) == 0 || memcmp (head, "\xfe\xff", 2) == 0))
    return XYB_FILE_KIND_CSV; /* 「Unicode 文本」 of Excel */
  if (!is_text (head, n))
    return XYB_FILE_KIND_UNKNOWN;
  lower = g_ascii_strdown (head, n);
  if (contains (lower, n, "office:spreadsheet", FALSE))
    return XYB_FILE_KIND_XML_TABLE;
  if (contains (lower, n, "<html", FALSE) || contains (lower, n, "<table", FALSE))
    return XYB_FILE_KIND_WEB_TABLE;
  return memchr (head, ',', n) || memchr (head, '\t', n) || memchr (head, ';', n)
           ? XYB_FILE_KIND_CSV
           : XYB_FILE_KIND_UNKNOWN;
}

static gboolean
read_head (const char *path, int *out_fd, char *head, gsize *out_n, GError **error)
{
  /* A named pipe would wait for ever. */
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  struct stat info;
  gssize n;

  if (fd < 0 || fstat (fd, &info) != 0)
    goto failed;
  if (!S_ISREG (info.st_mode))
    {
      errno = S_ISDIR (info.st_mode) ? EISDIR : EINVAL;
      goto failed;
    }
  n = read (fd, head, HEAD_BYTES);
  if (n < 0)
    goto failed;
  *out_fd = fd;
  *out_n = n;
  return TRUE;

failed:
  xyb_file_set_error (error, errno, _ ("读取"), path);
  if (fd >= 0)
    close (fd);
  return FALSE;
}

/**
 * xyb_file_kind_detect:
 * @path: any file
 * @out_kind: (out): what its bytes say
 * @error: %XYB_FILE_ERROR where it cannot be read, %XYB_EXCHANGE_ERROR_DAMAGED for a broken zip
 *
 * Returns: %TRUE with @out_kind set
 */
gboolean
xyb_file_kind_detect (const char *path, XybFileKind *out_kind, GError **error)
{
  char head[HEAD_BYTES];
  gsize n;
  int fd;
  gboolean ok = TRUE;

  if (!read_head (path, &fd, head, &n, error))
    return FALSE;
  *out_kind = n == 0 ? XYB_FILE_KIND_EMPTY : XYB_FILE_KIND_UNKNOWN;
  if (n >= 4 && memcmp (head, "PK\003\004", 4) == 0)
    ok = detect_package (path, out_kind, error);
  else if (n >= 8 && memcmp (head, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8) == 0)
    *out_kind = ole_kind (fd, head, n);
  else if (n > 0)
    {
      for (gsize i = 0; i < G_N_ELEMENTS (signatures) && *out_kind == XYB_FILE_KIND_UNKNOWN; i++)
        if (n >= signatures[i].n && memcmp (head, signatures[i].bytes, signatures[i].n) == 0)
          *out_kind = signatures[i].kind;
      if (*out_kind == XYB_FILE_KIND_UNKNOWN)
        *out_kind = text_kind (head, n);
    }
  close (fd);
  return ok;
}

static const char *
table_name (XybFileKind kind)
{
  switch (kind)
    {
    case XYB_FILE_KIND_XLSB:
      return _ ("Excel 二进制（.xlsb）");
    case XYB_FILE_KIND_WEB_TABLE:
      return _ ("网页（HTML）表格");
    case XYB_FILE_KIND_XML_TABLE:
      return _ ("XML 电子表格 2003");
    default:
      return NULL;
    }
}

static const char *
other_name (XybFileKind kind)
{
  switch (kind)
    {
    case XYB_FILE_KIND_TEXT_DOCUMENT:
      return _ ("文字文档");
    case XYB_FILE_KIND_SLIDES:
      return _ ("演示文稿");
    case XYB_FILE_KIND_PDF:
      return _ ("一份 PDF 文件");
    case XYB_FILE_KIND_PICTURE:
      return _ ("图片");
    case XYB_FILE_KIND_ARCHIVE:
      return _ ("压缩包");
    default:
      return NULL;
    }
}

/**
 * xyb_file_kind_refuse:
 * @kind: what the file is; not one that xyb_workbook_open() has a reader for
 * @shown: the file's name
 *
 * Returns: (transfer full): the sentence that says what the file is and what to do (B-15)
 */
GError *
xyb_file_kind_refuse (XybFileKind kind, const char *shown)
{
  const char *name;

  if (kind == XYB_FILE_KIND_EMPTY)
    return g_error_new (XYB_EXCHANGE_ERROR, XYB_EXCHANGE_ERROR_DAMAGED,
                        _ ("「%s」是空文件（0 字节），请向发送方重新索取这个文件。"), shown);
  if (kind == XYB_FILE_KIND_ENCRYPTED)
    return xyb_sentence_encrypted (shown);
  if ((name = table_name (kind)) != NULL)
    return g_error_new (
      XYB_EXCHANGE_ERROR, XYB_EXCHANGE_ERROR_FORMAT,
      _ ("「%s」的格式是“%s”，不能直接读取，请用 WPS 或 Excel 打开它，另存为 .xlsx 后再试。"),
      shown, name);
  if ((name = other_name (kind)) != NULL)
    return g_error_new (XYB_EXCHANGE_ERROR, XYB_EXCHANGE_ERROR_FORMAT,
                        _ ("「%s」是%s，不是表格，请选择 .xlsx、.xls、.et、.ods 或 .csv 表格。"),
                        shown, name);
  return g_error_new (XYB_EXCHANGE_ERROR, XYB_EXCHANGE_ERROR_FORMAT,
                      _ ("「%s」不是能识别的表格，请选择 .xlsx、.xls、.et、.ods 或 .csv 表格。"),
                      shown);
}
