import { applyLook } from "@/ui/local-preferences";

// Imported for its effect, before anything else: a stored theme is on the page before the app is.
applyLook();
