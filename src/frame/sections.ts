import ClipboardListIcon from "lucide-react/icons/clipboard-list";
import HouseIcon from "lucide-react/icons/house";
import LinkIcon from "lucide-react/icons/link";
import ScrollTextIcon from "lucide-react/icons/scroll-text";
import ListChecksIcon from "lucide-react/icons/list-checks";
import SettingsIcon from "lucide-react/icons/settings";
import StethoscopeIcon from "lucide-react/icons/stethoscope";
import LayoutTemplateIcon from "lucide-react/icons/layout-template";
import UsersIcon from "lucide-react/icons/users";

/** The screens of the desk, in the order of the rail. */
export const sections = [
  { to: "/", label: "Desk", icon: HouseIcon, exact: true },
  { to: "/accounts", label: "People", icon: UsersIcon, exact: false },
  { to: "/inquiries", label: "Inquiries", icon: ClipboardListIcon, exact: false },
  { to: "/review", label: "Review queue", icon: ListChecksIcon, exact: false },
  { to: "/doctor", label: "Access doctor", icon: StethoscopeIcon, exact: false },
  { to: "/links", label: "Links", icon: LinkIcon, exact: false },
  { to: "/templates", label: "Templates", icon: LayoutTemplateIcon, exact: false },
  { to: "/audit", label: "Audit", icon: ScrollTextIcon, exact: false },
  { to: "/settings", label: "Settings", icon: SettingsIcon, exact: false },
] as const;
