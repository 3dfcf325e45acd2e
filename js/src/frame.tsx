import type { FunctionComponent } from "preact";
import { LostNotice } from "./components/lost_notice";
import { type LiveModel, Lost, useLost } from "./connection";
import type { Model } from "./model";

export interface FrameProps {
  View: FunctionComponent<{ model: Model }>;
  model: LiveModel;
  quiet: boolean;
}

/** What is around every widget: the news that its kernel is gone. */
export function Frame({ View, model, quiet }: FrameProps) {
  const lost = useLost(model);
  return (
    <Lost.Provider value={lost}>
      {lost && !quiet && <LostNotice />}
      <View model={model} />
    </Lost.Provider>
  );
}
