/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-enterprise-section.h"

G_DEFINE_INTERFACE (XybEnterpriseSection, xyb_enterprise_section, GTK_TYPE_WIDGET)

static void
xyb_enterprise_section_default_init (XybEnterpriseSectionInterface *iface)
{
}

/**
 * xyb_enterprise_section_get_title:
 * @self: a section
 *
 * Returns: the word of its tab and heading
 */
const char *
xyb_enterprise_section_get_title (XybEnterpriseSection *self)
{
  g_return_val_if_fail (XYB_IS_ENTERPRISE_SECTION (self), NULL);

  return XYB_ENTERPRISE_SECTION_GET_IFACE (self)->get_title (self);
}

/**
 * xyb_enterprise_section_show:
 * @self: a section
 * @office: the office
 * @enterprise: what is stored
 * @other: whether another enterprise was shown before
 *
 * Shows @enterprise. Unless @other, a field that is being typed into keeps what is typed.
 */
void
xyb_enterprise_section_show (XybEnterpriseSection *self,
                             XybOffice *office,
                             const XybEnterprise *enterprise,
                             gboolean other)
{
  g_return_if_fail (XYB_IS_ENTERPRISE_SECTION (self));

  XYB_ENTERPRISE_SECTION_GET_IFACE (self)->show (self, office, enterprise, other);
}

/**
 * xyb_enterprise_section_leave:
 * @self: a section
 *
 * Another enterprise comes: a value that was not taken is named before it goes.
 */
void
xyb_enterprise_section_leave (XybEnterpriseSection *self)
{
  g_return_if_fail (XYB_IS_ENTERPRISE_SECTION (self));

  if (XYB_ENTERPRISE_SECTION_GET_IFACE (self)->leave != NULL)
    XYB_ENTERPRISE_SECTION_GET_IFACE (self)->leave (self);
}
