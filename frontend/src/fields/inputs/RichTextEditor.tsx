import "@mantine/tiptap/styles.layer.css";
import { RichTextEditor as Frame, Link } from "@mantine/tiptap";
import { useEditor } from "@tiptap/react";
import StarterKit from "@tiptap/starter-kit";
import type { ReactNode } from "react";
import { useWords } from "@/i18n/useWords";
import type { InputProps } from "../kit";
import { useGroupName } from "../labels";
import { GroupInput } from "./GroupInput";

const EXTENSIONS = [StarterKit.configure({ link: false }), Link.configure({ protocols: ["mailto", "tel"] })];

interface Props extends InputProps<string> {
  /** Further tools, which put text where the cursor is. */
  tools?: (insert: (text: string) => void) => ReactNode;
}

export default function RichTextEditor({ field, value, onChange, label, error, autoFocus, tools }: Props) {
  const words = useWords();
  const group = useGroupName(field, label);
  const { name } = group;
  const editor = useEditor({
    extensions: EXTENSIONS,
    content: value ?? "",
    autofocus: autoFocus ? "end" : false,
    editorProps: { attributes: { "aria-label": name, role: "textbox", "aria-multiline": "true" } },
    onUpdate: ({ editor }) => onChange(editor.isEmpty ? null : editor.getHTML()),
  });
  const say = (key: string) => words.t(`editor.${key}`);
  return (
    <GroupInput {...group} error={error}>
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
          {tools && (
            <Frame.ControlsGroup>
              {tools((text) => editor.chain().focus().insertContent(text).run())}
            </Frame.ControlsGroup>
          )}
        </Frame.Toolbar>
        <Frame.Content mih={120} />
      </Frame>
    </GroupInput>
  );
}
