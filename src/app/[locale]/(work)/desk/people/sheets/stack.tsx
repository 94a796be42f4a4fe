"use client";

import type { ComponentProps } from "react";
import { api } from "@/app/shell/api-client";
import { TableForm } from "@/features/initiatives/paper/table/ui/table-form";
import { StackForm } from "@/features/initiatives/paper/ui/stack-form";
import type { PaperApi } from "@/features/initiatives/paper/ui/use-stack";

const paperApi: PaperApi = {
  findPeople: async (q) => (await api.people.desk.list.query({ q, limit: 10 })).rows,
  register: async (input) => await api.people.desk.register.mutate(input),
  beginScan: async (input) => await api.people.stacks.begin.mutate(input),
  take: async (input) => await api.initiative.takeSheet.mutate(input),
};

/** The stack with the calls that this site makes. */
export function Stack(props: Omit<ComponentProps<typeof StackForm>, "api">) {
  return <StackForm {...props} api={paperApi} />;
}

/** The same from a table. */
export function TableStack(props: Omit<ComponentProps<typeof TableForm>, "api">) {
  return <TableForm {...props} api={paperApi} />;
}
