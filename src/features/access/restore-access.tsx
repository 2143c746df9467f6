import { useQuery } from "@tanstack/react-query";
import { useRef, useState } from "react";
import type { InquiryModel } from "@/api/models";
import { inquiryQuery } from "@/api/queries/inquiry";
import { Button } from "@/ui/button";
import { LinkIcon } from "@/ui/icons";
import { useShortcut } from "@/ui/use-shortcuts";
import { AccessPanel } from "./access-panel";

type RestoreAccessProps = {
  inquiryId: string;
  /** Other inquiries of the same person, where the page has them: the user may have gone on in one of those. */
  siblings?: readonly InquiryModel[];
};

/** Why the user cannot get on, and the way back in: a button, and the panel it opens in the page (never over it). `L` opens it. */
export function RestoreAccess({ inquiryId, siblings }: RestoreAccessProps) {
  const [isOpen, setIsOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const detail = useQuery({ ...inquiryQuery(inquiryId), enabled: isOpen });
  const close = () => {
    setIsOpen(false);
    opener.current?.focus();
  };
  useShortcut({ keys: "L", label: "Restore access", group: "Access" }, () => setIsOpen(true));
  return (
    <section aria-label="Access" className="flex flex-col gap-3">
      <Button ref={opener} icon={<LinkIcon />} shortcut="L" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
        <span className="flex-1 text-start">Restore access</span>
      </Button>
      {isOpen && <AccessPanel key={inquiryId} detail={detail} siblings={siblings} onClose={close} />}
    </section>
  );
}
