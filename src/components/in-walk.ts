import { createContext } from "react";

/** Whether the inquiry is one of a walk through the review queue: then J and K lead to the next and the former one. */
export const InWalk = createContext(false);
