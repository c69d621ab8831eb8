/** Put in by the build; see `define` in vite.config.ts. */
declare const __OFFICE_ID__: string;
declare const __APP_VERSION__: string;
