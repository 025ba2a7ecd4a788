import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { goOnWith } from "@/session/session";
import { api, body } from "./client";
import { keys } from "./keys";

/** Has a link mailed with which a forgotten password is set anew; the answer is the same for every address. */
export const askReset = (email: string, locale: "es" | "en") =>
  body(api.POST("/v1/session/reset", { body: { email, locale } }));

/** Sets a password with the code of a mailed link. */
export const resetPassword = (code: string, password: string) =>
  body(api.POST("/v1/session/reset/confirm", { body: { code, password } }));

const secondStepQuery = queryOptions({
  queryKey: keys.secondStep,
  queryFn: () => body(api.GET("/v1/me/mfa")),
});

/** How one's own second step of signing in stands. */
export function useSecondStep() {
  return useQuery(secondStepQuery);
}

/** What changes one's second step; each takes the password, because an open screen proves nobody. */
export function useSecondStepActs() {
  const client = useQueryClient();
  const onSuccess = () => client.invalidateQueries({ queryKey: keys.secondStep });
  const begin = useMutation({
    mutationFn: (password: string) => body(api.POST("/v1/me/mfa", { body: { password } })),
  });
  const confirm = useMutation({
    mutationFn: (code: string) => body(api.POST("/v1/me/mfa/confirm", { body: { code } })),
    onSuccess,
  });
  const renew = useMutation({
    mutationFn: (password: string) => body(api.POST("/v1/me/mfa/recovery-codes", { body: { password } })),
    onSuccess,
  });
  const turnOff = useMutation({
    mutationFn: (password: string) => body(api.POST("/v1/me/mfa/off", { body: { password } })),
    onSuccess,
  });
  return { begin, confirm, renew, turnOff };
}

/** Changes one's own password; the session goes on with new tokens, every other one ends. */
export function useChangePassword() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (wanted: { current: string; password: string }) => body(api.POST("/v1/me/password", { body: wanted })),
    onSuccess: (answer) => {
      goOnWith(answer);
      client.invalidateQueries({ queryKey: keys.sessions });
    },
  });
}

const sessionsQuery = queryOptions({
  queryKey: keys.sessions,
  queryFn: async () => (await body(api.GET("/v1/me/sessions"))).items,
});

/** Where one is signed in, this session first. */
export function useSessions() {
  return useQuery(sessionsQuery);
}

/** Ends one session of one's own, or all others when none is named. */
export function useEndSession() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string | null) =>
      id ? body(api.DELETE("/v1/me/sessions/{id}", { params: { path: { id } } })) : body(api.DELETE("/v1/me/sessions")),
    onSettled: () => client.invalidateQueries({ queryKey: keys.sessions }),
  });
}
