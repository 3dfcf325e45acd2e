import { Icon } from "./icons";

/** Beside the field that caused it. */
export function Problem({ id, text }: { id: string; text: string | undefined }) {
  if (!text) return null;
  return (
    <p class="problem" id={id} role="alert">
      <Icon name="alert" />
      <span>{text}</span>
    </p>
  );
}

/** A list that could not be loaded, and the way on. */
export function LoadProblem({ message, onRetry }: { message: string; onRetry: () => void }) {
  return (
    <div class="notice" role="alert">
      <Icon name="alert" />
      <p>{message}</p>
      <button type="button" class="button" onClick={onRetry}>
        <Icon name="again" />
        Try again
      </button>
    </div>
  );
}
