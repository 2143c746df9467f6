import { mutationOptions } from "@tanstack/react-query";
import { request } from "../client";
import { deskClient } from "../desk-client";
import { createASavedView, deleteASavedView, updateASavedView } from "../generated/desk/sdk.gen";
import type { CreateSavedViewRequest, SavedView, UpdateSavedViewRequest } from "../generated/desk/types.gen";

const meta = { invalidates: ["saved-view"], isDoneWhenRead: true } as const;

/** Saves a view. Spec: POST /desk/v1/saved-views. @throws ApiError; 409 when the name is taken */
export const createSavedViewMutation = () =>
  mutationOptions({
    meta,
    mutationFn: async (view: CreateSavedViewRequest): Promise<SavedView> => {
      const { data } = await request(() => createASavedView({ client: deskClient, body: view }));
      return data;
    },
  });

/** Renames, shares or replaces a view. Spec: PATCH /desk/v1/saved-views/{savedViewId}. @throws ApiError; 409 when the name is taken */
export const updateSavedViewMutation = (savedViewId: string) =>
  mutationOptions({
    meta,
    mutationFn: async (change: UpdateSavedViewRequest): Promise<SavedView> => {
      const { data } = await request(() => updateASavedView({ client: deskClient, path: { savedViewId }, body: change }));
      return data;
    },
  });

/** Deletes a view. Spec: DELETE /desk/v1/saved-views/{savedViewId}. @throws ApiError */
export const deleteSavedViewMutation = (savedViewId: string) =>
  mutationOptions({
    meta,
    mutationFn: async (): Promise<void> => {
      await request(() => deleteASavedView({ client: deskClient, path: { savedViewId } }));
    },
  });
