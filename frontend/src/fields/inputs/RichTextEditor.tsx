import "@mantine/tiptap/styles.layer.css";
import { RichTextEditor as Frame, Link } from "@mantine/tiptap";
import { useEditor } from "@tiptap/react";
import StarterKit from "@tiptap/starter-kit";
import { useWords } from "@/i18n/useWords";
import type { InputProps } from "../kit";
import { GroupInput } from "./GroupInput";

const EXTENSIONS = [StarterKit.configure({ link: false }), Link.configure({ protocols: ["mailto", "tel"] })];

export default function RichTextEditor({ field, value, onChange, label, error, autoFocus }: InputProps<string>) {
  const words = useWords();
  const name = label ?? words.label(field.label);
  const editor = useEditor({
    extensions: EXTENSIONS,
    content: value ?? "",
    autofocus: autoFocus ? "end" : false,
    editorProps: { attributes: { "aria-label": name, role: "textbox", "aria-multiline": "true" } },
    onUpdate: ({ editor }) => onChange(editor.isEmpty ? null : editor.getHTML()),
  });
  const say = (key: string) => words.t(`editor.${key}`);
  return (
    <GroupInput label={label} name={name} required={field.required} error={error}>
      <Frame
        editor={editor}
        labels={{
          boldControlLabel: say("bold"),
          italicControlLabel: say("italic"),
          h2ControlLabel: say("heading"),
          bulletListControlLabel: say("bullets"),
          orderedListControlLabel: say("numbers"),
          linkControlLabel: say("link"),
          unlinkControlLabel: say("unlink"),
          linkEditorInputLabel: say("address"),
          linkEditorInputPlaceholder: say("addressLike"),
          linkEditorExternalLink: say("newTab"),
          linkEditorInternalLink: say("sameTab"),
          linkEditorSave: say("saveLink"),
        }}
      >
        <Frame.Toolbar>
          <Frame.ControlsGroup>
            <Frame.Bold />
            <Frame.Italic />
            <Frame.H2 />
          </Frame.ControlsGroup>
          <Frame.ControlsGroup>
            <Frame.BulletList />
            <Frame.OrderedList />
          </Frame.ControlsGroup>
          <Frame.ControlsGroup>
            <Frame.Link />
            <Frame.Unlink />
          </Frame.ControlsGroup>
        </Frame.Toolbar>
        <Frame.Content mih={120} />
      </Frame>
    </GroupInput>
  );
}
