import { Button, Center, Group, Loader } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { IconDownload } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { fileAddress } from "@/api/files";
import { useWords } from "@/i18n/useWords";
import { Dialog } from "@/kit/Dialog";
import type { Shown } from "./Files";
import classes from "./Files.module.css";
import { ProblemAlert } from "./ProblemAlert";

interface Props {
  plural: string;
  id: string;
  shown: Shown;
  onClose(): void;
}

/** An image or a PDF in place, at an address that lasts a few minutes. */
export function FilePreview({ plural, id, shown: { file, version }, onClose }: Props) {
  const { t } = useWords("records");
  const isPhone = useMediaQuery("(max-width: 48em)") ?? false;
  const address = useQuery({
    queryKey: ["preview", file.id, version],
    queryFn: async () => {
      const [seen, taken] = await Promise.all([
        fileAddress(plural, id, file.id, "preview", version),
        fileAddress(plural, id, file.id, "download", version),
      ]);
      return { seen, taken };
    },
    gcTime: 0,
    staleTime: 120_000,
    retry: false,
  });
  const seen = address.data?.seen;
  return (
    <Dialog onClose={onClose} title={file.name} size="xl" fullScreen={isPhone}>
      <ProblemAlert problem={address.error} />
      {address.isPending && (
        <Center mih={240}>
          <Loader />
        </Center>
      )}
      {seen?.type.startsWith("image/") && <img src={seen.url} alt={file.name} className={classes.image} />}
      {seen && !seen.type.startsWith("image/") && (
        <iframe src={seen.url} title={file.name} className={classes.document} />
      )}
      {address.data && (
        <Group justify="flex-end" mt="sm">
          <Button
            variant="default"
            leftSection={<IconDownload size={16} />}
            renderRoot={(props) => <a {...props} href={address.data.taken.url} download={file.name} />}
          >
            {t("files.download")}
          </Button>
        </Group>
      )}
    </Dialog>
  );
}
