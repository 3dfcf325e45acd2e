import type { FunctionComponent } from "preact";
import { LostNotice } from "./components/lost_notice";
import { type LiveModel, Lost, useLost } from "./connection";
import type { Model } from "./model";

/** What is around every widget: the news that its kernel is gone. */
export function Frame({ View, model }: { View: FunctionComponent<{ model: Model }>; model: LiveModel }) {
  const lost = useLost(model);
  return (
    <Lost.Provider value={lost}>
      {lost && <LostNotice />}
      <View model={model} />
    </Lost.Provider>
  );
}
