/** Drawn on a 16 unit grid with one stroke width, so that they sit together. */

const PATHS = {
  search: "M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10ZM10.7 10.7 14 14",
  check: "M3 8.5 6.4 12 13 4.5",
  close: "M4 4l8 8M12 4l-8 8",
  alert: "M8 2 14.5 13.5h-13ZM8 6.5v3M8 11.6v.1",
  file: "M4 1.8h5L12.5 5v9.2H4ZM8.8 2v3.3h3.5",
  table: "M2 3h12v10H2ZM2 6.5h12M2 9.8h12M6.5 6.5V13",
  upload: "M8 10.5V3M5 5.7 8 2.7l3 3M2.5 10.5v3h11v-3",
  download: "M8 2.5V10M5 7.3l3 3 3-3M2.5 10.5v3h11v-3",
  left: "M10 3 5 8l5 5",
  right: "M6 3l5 5-5 5",
  expand: "M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10",
  shrink: "M6 2.5V6H2.5M13.5 6H10V2.5M10 13.5V10h3.5M2.5 10H6v3.5",
  again: "M13 8a5 5 0 1 1-1.6-3.7M13 2.2v3h-3",
  spark: "M8 1.8 9.6 6.4 14.2 8 9.6 9.6 8 14.2 6.4 9.6 1.8 8 6.4 6.4Z",
  notes: "M2.5 3h11M2.5 6.3h11M2.5 9.6h7.5M2.5 13h5",
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path
        d={PATHS[name]}
        fill="none"
        stroke="currentColor"
        stroke-width="1.5"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}
