import { Icon } from "./icons";

/** Says that the kernel is gone, and the way on. */
export function LostNotice() {
  return (
    <div class="notice lost" role="alert">
      <Icon name="alert" />
      <p>
        <strong>The kernel behind this was stopped or started again. </strong>
        What you see stays, and does nothing any more: run the notebook’s cells again to go on.
      </p>
    </div>
  );
}
