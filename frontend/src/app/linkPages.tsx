import { useParams } from "@tanstack/react-router";
import { ConfirmPage } from "@/features/consent/ConfirmPage";
import { PreferencesPage } from "@/features/consent/PreferencesPage";
import { SharedListPage } from "@/features/sharedLists/SharedListPage";

export function Preferences() {
  return <PreferencesPage token={useParams({ from: "/preferences/$token" }).token} />;
}

export function Confirm() {
  return <ConfirmPage token={useParams({ from: "/confirm/$token" }).token} />;
}

export function SharedList() {
  return <SharedListPage token={useParams({ from: "/l/$token" }).token} />;
}
