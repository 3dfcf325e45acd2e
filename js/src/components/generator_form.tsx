import { useContext, useState } from "preact/hooks";
import { Lost } from "../connection";
import type { Audience, Options, Source, Theme } from "../types";
import { ChoiceField } from "./choice_field";
import { Icon } from "./icons";
import { OptionFields, readSlides, slidesText } from "./option_fields";
import { Problem } from "./problem";
import { PromptField } from "./prompt_field";
import { SourceList, type Upload } from "./source_list";

export interface Request {
  prompt: string;
  audience: string;
  theme: string;
  options: Options;
}

export interface GeneratorFormProps {
  prompt: string;
  examples: string[];
  audiences: Audience[];
  audience: string;
  audienceLinked: boolean;
  themes: Theme[];
  theme: string;
  themeLinked: boolean;
  sources: Source[];
  uploads: Upload[];
  accept: string[];
  options: Options;
  /** Field name to what is wrong with it; "form" for what belongs to no field. */
  errors: Record<string, string>;
  busy: boolean;
  onPrompt: (prompt: string) => void;
  onAudience: (id: string) => void;
  onTheme: (id: string) => void;
  onOptions: (options: Options) => void;
  onFiles: (files: File[]) => void;
  onRemove: (id: string) => void;
  onGenerate: (request: Request) => void;
}

/** Everything a deck is made from, on one card. Errors stand beside the field that caused them; nothing typed is lost. */
export function GeneratorForm(props: GeneratorFormProps) {
  const { audiences, themes, options, errors, busy } = props;
  const lost = useContext(Lost);
  const [slides, setSlides] = useState(() => slidesText(options.slides));
  const [own, setOwn] = useState<Record<string, string>>({});
  const problems = { ...errors, ...own };
  const audience = audiences.find((each) => each.id === props.audience);
  const theme = themes.find((each) => each.id === props.theme);

  const submit = (event: Event) => {
    event.preventDefault();
    if (busy || lost) return;
    const range = readSlides(slides);
    const wrong: Record<string, string> = {};
    if (!props.prompt.trim()) wrong.prompt = "Say in a sentence what the deck is about.";
    if (range === undefined) wrong.slides = "Give a number from 1 to 100, or a range such as 6–9.";
    setOwn(wrong);
    if (Object.keys(wrong).length || range === undefined) {
      const form = event.currentTarget as HTMLElement;
      form.querySelector<HTMLElement>(wrong.prompt ? "textarea" : "[name=slides]")?.focus();
      return;
    }
    props.onGenerate({
      prompt: props.prompt,
      audience: props.audience,
      theme: props.theme,
      options: { ...options, slides: range },
    });
  };
  const mend = (field: string) => {
    const { [field]: _, ...others } = own;
    setOwn(others);
  };

  return (
    <form class="panel form" aria-label="Generate a deck" noValidate onSubmit={submit}>
      <div class="form-main">
        <PromptField
          value={props.prompt}
          examples={props.examples}
          problem={problems.prompt}
          onInput={(prompt) => {
            mend("prompt");
            props.onPrompt(prompt);
          }}
        />
        <SourceList
          sources={props.sources}
          uploads={props.uploads}
          accept={props.accept}
          problem={problems.sources}
          onFiles={props.onFiles}
          onRemove={props.onRemove}
        />
      </div>
      <div class="form-side">
        <ChoiceField
          name="audience"
          label="Audience"
          linked={props.audienceLinked}
          options={audiences}
          value={props.audience}
          none="As the server decides"
          unchosen="Choose one in the audience picker"
          problem={problems.audience}
          onChange={props.onAudience}
        />
        <ChoiceField
          name="theme"
          label="Theme"
          linked={props.themeLinked}
          options={themes}
          value={props.theme}
          none="As the server decides"
          unchosen="Choose one in the theme gallery"
          problem={problems.theme}
          onChange={props.onTheme}
          {...(theme ? { colours: theme.palette } : {})}
        />
        <OptionFields
          options={options}
          slides={slides}
          usual={audience?.slides ?? null}
          problem={problems.slides}
          onOptions={props.onOptions}
          onSlides={(text) => {
            mend("slides");
            setSlides(text);
            const range = readSlides(text);
            if (range !== undefined) props.onOptions({ ...options, slides: range });
          }}
        />
        <div class="form-go">
          <button type="submit" class="button primary go" disabled={busy || lost}>
            <Icon name="spark" />
            {busy && !lost ? "Generating…" : "Generate"}
          </button>
          <Problem id="form-problem" text={problems.form} />
        </div>
      </div>
    </form>
  );
}
