import { describe, expect, it, vi } from "vitest";
import { JobProgress } from "../src/components/job_progress";
import { idle, slides } from "../src/demo/samples";
import type { JobState } from "../src/types";
import { all, button, one, show } from "./render";

function progress(more: Partial<JobState>, many = 0) {
  const onCancel = vi.fn();
  const onRetry = vi.fn();
  const job = { ...idle, started: Date.now() / 1000, ...more };
  const root = show(
    <JobProgress
      {...{ job, slides: slides.slice(0, many), pictures: new Map(), onCancel, onRetry, retryLabel: "Generate again" }}
    />,
  );
  return { root, onCancel, onRetry };
}

describe("JobProgress", () => {
  it("says which stages are past, now and to come", () => {
    const { root } = progress({ status: "running", stage: "designing", percentage: 30 });
    expect(all(root, ".stage").map((each) => each.className.replace("stage ", ""))).toEqual([
      "past",
      "past",
      "now",
      "coming",
      "coming",
      "coming",
    ]);
    expect(one(root, '[aria-current="step"]').textContent).toBe("Choose layouts");
    expect(one(root, '[role="progressbar"]').getAttribute("aria-valuenow")).toBe("30");
    expect(one(root, '[aria-live="polite"]').textContent).toBe("Choose layouts.");
  });

  it("shows slides as they come, with a place for the picture", () => {
    const { root } = progress({ status: "running", stage: "rendering" }, 2);
    expect(all(root, 'ol[aria-label="Slides"] > li')).toHaveLength(2);
    expect(all(root, ".waiting")).toHaveLength(2);
  });

  it("can be cancelled, once", () => {
    const { root, onCancel } = progress({ status: "running" });
    button(root, "Cancel").click();
    expect(onCancel).toHaveBeenCalledOnce();
    expect(button(progress({ status: "cancelling" }).root, "Cancel").disabled).toBe(true);
  });

  it("says where and why it failed, and offers another try", () => {
    const { root, onRetry } = progress({ status: "failed", stage: "planning", message: "No table.", hint: "Add one." });
    expect(one(root, ".stopped").textContent).toBe("Plan the story");
    expect(one(root, '[role="alert"]').textContent).toBe("No table. Add one.");
    button(root, "Generate again").click();
    expect(onRetry).toHaveBeenCalled();
  });

  it("is done", () => {
    const { root } = progress({ status: "done", percentage: 100, ended: Date.now() / 1000 + 65 }, 7);
    expect(all(root, ".past")).toHaveLength(6);
    expect(root.textContent).toContain("1 min 05 s");
    expect(one(root, '[aria-live="polite"]').textContent).toBe("The deck is ready: 7 slides.");
  });
});
