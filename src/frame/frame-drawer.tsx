import MenuIcon from "lucide-react/icons/menu";
import { useRef, useState } from "react";
import { FrameRail } from "@/frame/frame-rail";
import { IconButton } from "@/ui/icon-button";
import { ModalDialog } from "@/ui/modal-dialog";

/** The rail on a narrow screen: behind a button, over the page. */
export function FrameDrawer() {
  const dialog = useRef<HTMLDialogElement>(null);
  const [open, setOpen] = useState(false);
  const close = () => {
    dialog.current?.close();
    setOpen(false);
  };
  return (
    <>
      <IconButton
        label="Sections"
        className="md:hidden"
        aria-expanded={open}
        onClick={() => {
          setOpen(true);
          dialog.current?.showModal();
        }}
      >
        <MenuIcon />
      </IconButton>
      <ModalDialog ref={dialog} className="frame-drawer" aria-label="Sections" onLeave={close}>
        {open && <FrameRail onNavigate={close} collapsible={false} />}
      </ModalDialog>
    </>
  );
}
