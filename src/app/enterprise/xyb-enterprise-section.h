/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "xyb-enterprise.h"
#include "xyb-office.h"

G_BEGIN_DECLS

/* A part of the enterprise's form. The form loops over its sections and knows no field. */

#define XYB_TYPE_ENTERPRISE_SECTION (xyb_enterprise_section_get_type ())
G_DECLARE_INTERFACE (XybEnterpriseSection,
                     xyb_enterprise_section,
                     XYB,
                     ENTERPRISE_SECTION,
                     GtkWidget)

/**
 * XybEnterpriseSectionInterface:
 * @get_title: the word of its tab and heading
 * @show: shows @enterprise; @other says that it is not the one shown before
 * @leave: another enterprise comes: what has not been taken is said now
 */
struct _XybEnterpriseSectionInterface
{
  GTypeInterface parent_interface;

  const char *(*get_title) (XybEnterpriseSection *self);
  void (*show) (XybEnterpriseSection *self,
                XybOffice *office,
                const XybEnterprise *enterprise,
                gboolean other);
  void (*leave) (XybEnterpriseSection *self);
};

const char *xyb_enterprise_section_get_title (XybEnterpriseSection *self);
void xyb_enterprise_section_show (XybEnterpriseSection *self,
                                  XybOffice *office,
                                  const XybEnterprise *enterprise,
                                  gboolean other);
void xyb_enterprise_section_leave (XybEnterpriseSection *self);

G_END_DECLS
