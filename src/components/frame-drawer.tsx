import MenuIcon from "lucide-react/icons/menu";
import { useRef, useState } from "react";
import { FrameRail } from "@/components/frame-rail";
import { IconButton } from "@/ui/icon-button";

/** The rail on a narrow screen: behind a button, over the page. */
export function FrameDrawer() {
  const dialog = useRef<HTMLDialogElement>(null);
  const [open, setOpen] = useState(false);
  const close = () => {
    dialog.current?.close();
    // the browser tells of its end later, and it may be open again by then
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
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions -- a click beside the drawer; Escape is the key */}
      <dialog
        ref={dialog}
        className="frame-drawer"
        aria-label="Sections"
        onCancel={close}
        onClose={({ currentTarget }) => !currentTarget.open && setOpen(false)}
        onClick={(event) => event.target === event.currentTarget && close()}
      >
        {open && <FrameRail onNavigate={close} collapsible={false} />}
      </dialog>
    </>
  );
}
