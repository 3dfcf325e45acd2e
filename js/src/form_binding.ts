import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { GeneratorFormProps, Request } from "./components/generator_form";
import { isBusy } from "./components/job_progress";
import type { Upload } from "./components/source_list";
import { useTrait } from "./hooks";
import type { Model } from "./model";
import { upload } from "./transfers";
import type { Audience, JobState, Options, Source, Theme } from "./types";

const TYPING_PAUSE_MS = 250;

/** The form's props from a model's traits. */
export function useForm(model: Model): GeneratorFormProps {
  const [prompt, onPrompt] = useTyped(model, "prompt");
  const [examples] = useTrait<string[]>(model, "examples");
  const [audiences] = useTrait<Audience[]>(model, "audiences");
  const [audience, onAudience] = useTrait<string>(model, "audience");
  const [audienceLinked] = useTrait<boolean>(model, "audience_linked");
  const [themes] = useTrait<Theme[]>(model, "themes");
  const [theme, onTheme] = useTrait<string>(model, "theme");
  const [themeLinked] = useTrait<boolean>(model, "theme_linked");
  const [sources] = useTrait<Source[]>(model, "sources");
  const [accept] = useTrait<string[]>(model, "accept");
  const [options, onOptions] = useTrait<Options>(model, "options");
  const [errors] = useTrait<Record<string, string>>(model, "errors");
  const [job] = useTrait<JobState>(model, "progress");
  const [uploads, onFiles] = useUploads(model);
  return {
    prompt,
    examples,
    audiences,
    audience,
    audienceLinked,
    themes,
    theme,
    themeLinked,
    sources,
    uploads,
    accept,
    options,
    errors,
    busy: isBusy(job),
    onPrompt,
    onAudience,
    onTheme,
    onOptions,
    onFiles,
    onRemove: (id: string) => model.send({ kind: "remove", id }),
    onGenerate: (request: Request) => model.send({ kind: "generate", ...request }),
  };
}

/** Text that is being typed: shown at once, saved when the fingers rest; what Python sends meanwhile does not overwrite it. */
function useTyped(model: Model, name: string): [string, (text: string) => void] {
  const [text, setText] = useState(() => String(model.get(name)));
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => {
    const update = () => {
      if (timer.current === undefined) setText(String(model.get(name)));
    };
    model.on(`change:${name}`, update);
    return () => {
      model.off(`change:${name}`, update);
      clearTimeout(timer.current);
    };
  }, [model, name]);
  const type = useCallback(
    (next: string) => {
      setText(next);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => {
        timer.current = undefined;
        model.set(name, next);
        model.save_changes();
      }, TYPING_PAUSE_MS);
    },
    [model, name],
  );
  return [text, type];
}

function useUploads(model: Model): [Upload[], (files: File[]) => void] {
  const [uploads, setUploads] = useState<Upload[]>([]);
  const next = useRef(0);
  const begin = async (files: File[]) => {
    const limit = Number(model.get("upload_limit"));
    const change = (id: number, more: Partial<Upload>) =>
      setUploads((all) => all.map((each) => (each.id === id ? { ...each, ...more } : each)));
    const started = files.map((file) => {
      next.current += 1;
      return { id: next.current, name: file.name, share: 0, problem: "", file };
    });
    // What was refused before goes away with the next attempt.
    setUploads((all) => [...all.filter((each) => !each.problem), ...started]);
    for (const { id, file } of started) {
      const tooLarge = `${file.name}: is too large for the page (${limit / 1e6} MB at most). Give its path in sources=.`;
      const problem = file.size > limit ? tooLarge : await upload(model, file, (share) => change(id, { share }));
      if (problem) change(id, { problem });
      else setUploads((all) => all.filter((each) => each.id !== id));
    }
  };
  return [uploads, (files) => void begin(files)];
}
