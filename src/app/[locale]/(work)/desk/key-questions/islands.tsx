"use client";

import type { ComponentProps } from "react";
import { api } from "@/app/shell/api-client";
import { CloseButton, PublishForm, type KeyQuestionApi } from "@/features/initiatives/key-questions/ui/publish-form";

const calls: KeyQuestionApi = {
  publish: (input) => api.keyQuestion.publish.mutate(input),
  close: (input) => api.keyQuestion.close.mutate(input),
};

export function Publish(props: Omit<ComponentProps<typeof PublishForm>, "api">) {
  return <PublishForm {...props} api={calls} />;
}

export function Close(props: Omit<ComponentProps<typeof CloseButton>, "api">) {
  return <CloseButton {...props} api={calls} />;
}
