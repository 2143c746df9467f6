/** True in the demo, where the simulator runs inside the page; replaced at build time. */
declare const __DEMO__: boolean;
