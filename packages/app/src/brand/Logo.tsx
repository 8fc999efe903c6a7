/** A plot of land with its boundary stone. `label` is absent beside the name. */
export function Logo(props: { size?: number; label?: string }) {
  const { size = 32, label } = props;
  return (
    <svg
      viewBox="0 0 32 32"
      width={size}
      height={size}
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
    >
      <path d="M16 29 2 22v-3l14 7 14-7v3z" fill="#095A42" />
      <path d="m2 19 14-7 14 7-14 7z" fill="#0B6B4F" />
      <path
        d="m9 15.500 14 7M23 15.500l-14 7"
        stroke="#4CC79C"
        strokeWidth="1.200"
      />
      <path
        d="M11.500 7c0-2.500 2-4 4.500-4s4.500 1.500 4.500 4v12.500c-2.500 2-6.500 2-9 0z"
        fill="#E8EEEA"
        stroke="#13201B"
        strokeWidth="1.200"
      />
      <path
        d="M14 8h4M14 11h4M14 14h4"
        stroke="#0B6B4F"
        strokeWidth="1.400"
        strokeLinecap="round"
      />
    </svg>
  );
}
