import { useLocation, useSearch } from "@tanstack/react-router";
import { AcceptPage } from "@/session/AcceptPage";
import { ForgotPage } from "@/session/ForgotPage";
import { ResetPage } from "@/session/ResetPage";
import { SignInPage } from "@/session/SignInPage";
import { SignUpPage } from "@/session/SignUpPage";

export function SignIn() {
  const { next, email, reset } = useSearch({ from: "/sign-in" });
  return <SignInPage next={next} email={email} isReset={reset ?? false} />;
}

export function SignUp() {
  return <SignUpPage />;
}

export function Accept() {
  const { code, email } = useSearch({ from: "/invitation" });
  return <AcceptPage code={code} email={email} />;
}

export function Forgot() {
  return <ForgotPage email={useSearch({ from: "/forgot" }).email} />;
}

export function Reset() {
  const hash = useLocation({ select: (location) => location.hash });
  return <ResetPage code={new URLSearchParams(hash).get("code") ?? ""} />;
}
