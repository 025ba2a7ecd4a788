import { useSearch } from "@tanstack/react-router";
import { AcceptPage } from "@/session/AcceptPage";
import { SignInPage } from "@/session/SignInPage";
import { SignUpPage } from "@/session/SignUpPage";

export function SignIn() {
  const { next, email } = useSearch({ from: "/sign-in" });
  return <SignInPage next={next} email={email} />;
}

export function SignUp() {
  return <SignUpPage />;
}

export function Accept() {
  const { code, email } = useSearch({ from: "/invitation" });
  return <AcceptPage code={code} email={email} />;
}
